import type { sitesZh } from './sitesZh';

export const sitesEn: typeof sitesZh = {
  sites: {
    responsible: 'responsible: {unit}',
    printed: 'Annex 2 prints: {date}',
    completion: 'to be completed by {date}',
    begin: 'Begin to follow up',
  },
  conference: {
    help: 'Cases overdue twice, objected to by two units, or disputed; what is decided is recorded on the case.',
    none: 'No case is for the joint conference.',
    held: 'last held {date}',
  },
  support: {
    title: 'Support to ask for',
    eligible: 'Conditions met',
    notEligible: 'Not met yet',
    examines: 'examined by {unit}',
    papers: 'papers: {papers}',
    begin: 'Ask for it',
    statement: 'Why, and which papers there are',
    ask: 'Send the request',
  },
};
