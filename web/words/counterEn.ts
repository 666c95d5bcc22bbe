import type { counterZh } from './counterZh';

export const counterEn: typeof counterZh = {
  counter: {
    whom: 'For whom?',
    name: 'Name of the applicant organisation',
    nameHelp: 'Some words of its name; leave it empty to see all.',
    none: 'Nothing found. Check the name, or have an administrator add an account for the applicant first.',
    unknown:
      'Somebody must be able to sign in for the applicant, to correct and to file: without an account, turn to an administrator first.',
    more: 'There are more: type more of the name.',
    applied: 'applied {n} times',
    enterFor: 'Enter for them',
    for: 'You are entering a paper application for {who}',
    another: 'Another applicant',
    received: 'Receipt',
    papersHelp: 'Tick what was handed over on paper; scans are uploaded after the entry.',
    papersLater: 'The papers that are due are listed here once service, premises and staff are written.',
    byHand: 'Papers received',
    elsewhere:
      'By what is written, {unit} accepts this application: please send the applicant to its counter, or to the portal.',
    send: 'Enter the application of {who}',
    next: 'Enter another',
    print: 'Print the slip',
    scan: 'Upload scans',
    slip: 'Slip of receipt',
    caseNo: 'Number of the case',
    applicant: 'Applicant',
    receivedOn: 'Day of receipt',
    by: 'Accepting unit',
    due: 'Acceptance is decided by',
    papers: 'Papers due',
    slipHelp:
      'This slip says which of the papers above were received; it is no notice of acceptance. The applicant signs in here to see progress, corrections and letters.',
  },
};
