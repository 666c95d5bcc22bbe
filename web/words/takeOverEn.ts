import type { takeOverZh } from './takeOverZh';

export const takeOverEn: typeof takeOverZh = {
  takeOver: {
    what: 'Institutions that were open, registered and filed before are entered here and supervised from today: nothing is accepted, decided or pushed again. Many at once come from a file (npm run import).',
    taken: 'Institutions taken over',
    enter: 'Enter one',
    for: 'You are entering an institution of {who}',
    before: 'Its registration and filing',
    now: 'The institution as it is',
    nowHelp:
      'By its papers and what was seen on site. One that is registered has a unified social credit code; answer “No” to whether its registration must change.',
    send: 'Take over this institution of {who}',
    done: 'Taken over: case {caseId}. It is supervised from today',
  },
};
