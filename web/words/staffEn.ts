import type { staffZh } from './staffZh';

export const staffEn: typeof staffZh = {
  staff: {
    title: 'Staff list',
    about:
      'The institution is reminded {n} days before a document expires; what is not renewed is found by {unit}.',
    none: 'Nobody was entered yet.',
    masked: 'Names are masked; who needs one for the work says what for.',
    enter: 'Enter a member of staff',
    change: 'Change',
    remove: 'Has left',
    changeOf: 'Change {who}',
    removeOf: '{who} has left',
    nameless: 'Name erased',
    joined: 'since {date}',
    left: 'left on {date}',
    until: 'valid until {date}',
    issued: 'issued on {date}',
    expiredOn: 'documents of the staff expired on {date}',
    ratios: 'Carers to children',
    ratiosAbout:
      'By the list in force and the places of the institution; they explain, and lead to nothing by themselves.',
    ratio: '{children} places, {carers} carers on the list; at most {n} children to a carer',
    met: 'Met',
    notMet: 'Not met',
  },
};
