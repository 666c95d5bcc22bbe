import type { complaintsZh } from './complaintsZh';

/** The words about what the public complains of. */
export const complaintsEn: typeof complaintsZh = {
  complaints: {
    title: 'Complaints of the public',
    secret: 'The institution is not told of them: keep it so.',
    none: 'There are none.',
    complain: 'Complain',
    open: 'Being handled',
    received: 'Received on {date}',
    due: 'To be answered by {date}',
    answered: 'Answered on {date}:',
    erased: 'The words were erased',
    unnamed: 'No name or address was left',
  },
};
