import type { liveZh } from './liveZh';

export const liveEn: typeof liveZh = {
  live: {
    toasts: 'Alerts',
    toastsHelp: 'Tell me of new work items and of what concerns me',
    newItem: 'New work item: {institution} · {what}',
    givenToYou: 'Given to you: {institution}',
    told: '{institution}: {what}',
    several: '{n} things have happened that concern you',
  },
};
