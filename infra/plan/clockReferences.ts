import type { ClockRule, Plan } from '../../domain/plan';
import type { Silence, StartEvent, Step } from '../../domain/vocabulary';
import { type Fault, fault, type PathKey } from './problem';
import { repeated } from './repeated';

/** The events that have happened by the time a step opens; its clock can start from these alone. */
const startsKnownTo = {
  accept: ['receipt', 'opened'],
  review: ['receipt', 'acceptance', 'opened'],
  draft: ['receipt', 'acceptance', 'opened'],
  decide: ['receipt', 'acceptance', 'opened'],
  endorse: ['receipt', 'acceptance', 'decision', 'opened'],
  register: ['receipt', 'acceptance', 'decision', 'opened'],
  push: ['receipt', 'acceptance', 'decision', 'opened'],
  file: ['receipt', 'acceptance', 'decision', 'opened'],
  receipt: ['receipt', 'acceptance', 'decision', 'filingReceived', 'opened'],
  conformity: ['receipt', 'acceptance', 'decision', 'filingReceived', 'opened'],
  issue: ['receipt', 'acceptance', 'decision', 'filingReceived', 'opened'],
  correct: ['receipt', 'opened'],
  answer: ['receipt', 'opened'],
  inspect: ['receipt', 'opened'],
  test: ['receipt', 'opened'],
  appraise: ['receipt', 'opened'],
  requestHearing: ['receipt', 'opened'],
  hear: ['receipt', 'opened'],
  forwardExtension: ['receipt', 'opened'],
  grantExtension: ['receipt', 'opened'],
  advise: ['receipt', 'opened'],
  reapply: ['receipt', 'decision', 'opened'],
  serve: ['receipt', 'opened'],
  confirmRepair: ['opened'],
  visit: ['opened'],
  handleComplaint: ['opened'],
  followUpIncident: ['opened'],
  orderRectification: ['opened'],
  rectify: ['opened'],
  reinspect: ['opened'],
  sanction: ['opened'],
  decideExit: ['opened'],
  suspend: ['opened'],
  decideSuspension: ['opened'],
  lift: ['opened'],
  contest: ['opened'],
  place: ['opened'],
  deregister: ['opened'],
  closeFiling: ['opened'],
  selfAssess: ['opened'],
  score: ['opened'],
  rate: ['opened'],
  confirmRating: ['opened'],
  build: ['opened'],
  examineSite: ['opened'],
  acceptSite: ['opened'],
  proposeName: ['opened'],
  signName: ['opened'],
  considerLoss: ['opened'],
  signLoss: ['opened'],
  followUp: ['opened'],
  submitSupport: ['opened'],
  examineSupport: ['opened'],
  opineSupport: ['opened'],
  draftSupport: ['opened'],
  signSupport: ['opened'],
  paySupport: ['opened'],
  recheckSupport: ['opened'],
  considerSupportEnd: ['opened'],
  signSupportEnd: ['opened'],
} as const satisfies Record<Step, readonly StartEvent[]>;

/** The steps whose silence may mean something besides being late. */
const silenceOnlyAt = {
  deemedAccepted: ['accept'],
  leadMayProceed: ['review', 'selfAssess', 'score', 'examineSite'],
  lapses: ['requestHearing', 'contest'],
} as const satisfies Partial<Record<Silence, readonly Step[]>>;

interface Use {
  readonly path: readonly PathKey[];
  readonly steps: readonly Step[];
  readonly clock: string;
}

/** Every step has a clock that exists and fits it; every clock has a step. */
export function clockFaults(plan: Plan): Fault[] {
  const uses = usesOf(plan);
  const known = plan.clocks.map((clock) => clock.id);
  return [
    ...repeated(['clocks'], plan.clocks, 'id'),
    ...uses
      .filter((use) => !known.includes(use.clock))
      .map((use) => fault('unknownReference', use.path, { found: use.clock, allowed: known })),
    ...plan.clocks.flatMap((clock, index) => {
      const steps = uses.filter((use) => use.clock === clock.id).flatMap((use) => use.steps);
      return steps.length === 0
        ? [fault('unused', ['clocks', index, 'id'], { found: clock.id })]
        : fitFaults(clock, ['clocks', index], steps);
    }),
  ];
}

function usesOf({ clockTable }: Plan): Use[] {
  const { byStep, decision, registration } = clockTable;
  return [
    ...(Object.entries(byStep) as [Step, string][]).map(([step, clock]) => ({
      path: ['clockTable', 'byStep', step],
      steps: [step],
      clock,
    })),
    ...Object.entries(decision).map(([handling, clock]) => ({
      path: ['clockTable', 'decision', handling],
      steps: ['draft', 'decide'] as const,
      clock,
    })),
    ...Object.entries(registration).map(([ownership, clock]) => ({
      path: ['clockTable', 'registration', ownership],
      steps: ['register'] as const,
      clock,
    })),
  ];
}

function fitFaults(clock: ClockRule, path: readonly PathKey[], steps: readonly Step[]): Fault[] {
  const { startsFrom, silence } = clock;
  const faults: Fault[] = [];
  const early = steps.find((step) => !(startsKnownTo[step] as readonly StartEvent[]).includes(startsFrom));
  if (early) {
    const detail = {
      zh: `环节 ${early} 开始时该事件尚未发生`,
      en: `it has not happened when ${early} opens`,
    };
    faults.push(
      fault('contradiction', [...path, 'startsFrom'], {
        found: startsFrom,
        detail,
        allowed: startsKnownTo[early],
      }),
    );
  }
  const only: readonly Step[] | undefined = silence === 'overdue' ? undefined : silenceOnlyAt[silence];
  const stranger = steps.find((step) => only && !only.includes(step));
  if (stranger) {
    const detail = { zh: `不适用于环节 ${stranger}`, en: `it has no meaning for ${stranger}` };
    faults.push(fault('contradiction', [...path, 'silence'], { found: silence, detail }));
  }
  return faults;
}
