import type { ActBody } from '../../domain/act';
import { addDays, dateInShanghai } from '../../domain/civilDate';
import type { Label } from '../../domain/label';
import { sideSteps } from '../../domain/sideStep';
import type { Step } from '../../domain/vocabulary';
import type { CaseView, WorkItemView } from '../../infra/client/wire';

/** What a rehearsal reads of a case beyond what a client needs. */
export interface RehearsedCase extends CaseView {
  readonly workItems: readonly RehearsedItem[];
  readonly procedures: readonly { readonly procedure: Step; readonly scheduledOn: string | null }[];
}

export interface RehearsedItem extends WorkItemView {
  readonly openedAt: string;
  readonly stopped: boolean;
  readonly deadline: { readonly due: string };
}

/** How everybody on a case behaves. */
export interface Role {
  readonly id: string;
  readonly label: Label;
  /** When somebody answers an item, ISO; null for never. */
  answersAt(item: RehearsedItem, file: RehearsedCase): string | null;
  /** What they do first in place of the straight answer, once each, in order. */
  readonly detours: Readonly<Partial<Record<Step, readonly Detour[]>>>;
}

export type Detour = (today: string, item: WorkItemView) => ActBody;

const inTheAfternoon = (date: string): string => `${date}T07:00:00.000Z`;
export const inTheMorning = (date: string): string => `${date}T02:00:00.000Z`;

/** In the office hours of the last day; what is stopped waits for what stops it. */
function onTheLastDay({ deadline, stopped }: RehearsedItem): string | null {
  return stopped ? null : inTheAfternoon(deadline.due);
}

/** The day after it was opened; a procedure on the day for which it is set. What stops an item is answered first. */
function theDayAfter(item: RehearsedItem, { procedures, workItems }: RehearsedCase): string | null {
  const set = procedures.find(
    ({ procedure, scheduledOn }) => procedure === item.step && scheduledOn,
  )?.scheduledOn;
  if (set) return inTheMorning(set);
  const isAside = (step: Step) => (sideSteps as readonly Step[]).includes(step) && step !== 'serve';
  const waits = workItems.some(({ status, step }) => status === 'open' && isAside(step));
  if (waits && !isAside(item.step)) return null;
  return inTheMorning(addDays(dateInShanghai(item.openedAt), 1));
}

const reason = '演练';
const order =
  (procedure: 'inspect' | 'test' | 'appraise'): Detour =>
  () => ({ act: 'order', procedure, days: 5, reason });
const schedule: Detour = (today) => ({ act: 'schedule', on: addDays(today, 1), place: '机构现场' });
const hearing: Detour = (today, { unit }) => ({
  act: 'schedule',
  on: addDays(today, 10),
  place: '会议室',
  presider: `${unit.id}-head-1`,
});

/** The three ways in which a case is rehearsed in each service mode. */
export const roles: readonly Role[] = [
  {
    id: 'nobody',
    label: { zh: '无人办理', en: 'Nobody ever acts' },
    answersAt: () => null,
    detours: {},
  },
  {
    id: 'lastDay',
    label: { zh: '每项都在最后一天办理', en: 'Each act comes on its last day' },
    answersAt: onTheLastDay,
    detours: {},
  },
  {
    id: 'everyPause',
    label: { zh: '历经每种暂停和延期', en: 'Every pause and every extension' },
    answersAt: theDayAfter,
    detours: {
      accept: [() => ({ act: 'requestCorrection', missing: [{ text: '租赁合同缺页（演练）' }] })],
      review: [order('inspect'), () => ({ act: 'signOff', opinion: 'object', reason })],
      inspect: [schedule],
      test: [schedule],
      appraise: [schedule],
      hear: [hearing],
      draft: [
        order('test'),
        order('appraise'),
        () => ({ act: 'consult', whom: 'head', question: '如何把握（演练）' }),
        () => ({ act: 'requestExtension', days: 10, reason }),
        () => ({ act: 'offerHearing', reason }),
      ],
      requestHearing: [() => ({ act: 'requestHearing' })],
      decide: [() => ({ act: 'remand', to: 'jointReview', reason })],
      register: [() => ({ act: 'declineRegistration', reason })],
      conformity: [() => ({ act: 'findNonConforming', reason })],
    },
  },
];
