import type { responsibleZh } from './responsibleZh';

export const responsibleEn: typeof responsibleZh = {
  responsible: {
    help: "By the plan, 四（三）, each unit names who answers for its supervision. While they are away the replacement stands in; of a gap the leading group's office is told.",
    responsible: 'Responsible person',
    replacement: 'Replacement',
    none: 'not named',
    today: 'Today',
    answers: 'Responsible: {who}',
    standsIn: 'Standing in: {who}',
    nobody: 'Nobody answers today',
    absent: '(away from {from} to {until})',
    unfit: '(no longer of the unit, or out of use)',
    since: 'since {date}',
    change: 'Name both',
    name: 'Name them',
    away: 'I am away',
    from: 'First day',
    until: 'Last day',
    back: 'I am back',
    gaps: 'Units without who answers',
    noGaps: 'Somebody answers for every unit.',
  },
};
