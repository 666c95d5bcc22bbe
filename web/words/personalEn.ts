import type { personalZh } from './personalZh';

export const personalEn: typeof personalZh = {
  inClear: {
    show: 'Show',
    hide: 'Mask now',
    keep: 'Keep showing',
    left: 'masked in {n} s',
    logged: 'This is on the audit log.',
    own: 'Checking our own contact',
    purpose: 'What for',
    purposeHelp:
      'The audit log keeps who looked, when and what for. Write no telephone, ID number or e-mail address here.',
    missing: 'Please say what for',
  },
  ownData: {
    introduction:
      'The personal data that is held on you, and which units looked at it. Looking here is on the audit log too.',
    show: 'Show my personal data',
    accounts: 'Accounts',
    applications: 'Contacts of applications',
    drafts: 'Drafts',
    notices: 'Notices sent to you',
    log: 'Who looked and did what',
    who: 'Who',
    self: 'You',
    system: 'The system',
    what: 'What',
    when: 'When',
    purpose: 'What for',
    none: 'None',
    kept: 'Kept encrypted. To correct it, turn to the accepting unit; erasure is up to an administrator, and closed files are kept as the rules say.',
    papers: 'Files: {names}',
    end: 'Sign out everywhere',
    endHelp: 'If somebody else may be using your account, sign out everywhere and sign in again.',
  },
};
