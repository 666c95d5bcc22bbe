import type { ActBody } from '../act';
import type { CaseFile } from '../caseFile';
import { openItems } from '../process';
import { remandTargets } from '../returnTargets';
import { type ActContext, channelOf, demand, type Performed, type Performing, withWords } from './performed';

type Body<A extends ActBody['act']> = Extract<ActBody, { act: A }>;

/** Back to an earlier stage (退回), never behind a decision that was made. A hearing that was asked for is held first. */
export function remand(file: CaseFile, item: string | null, { to, reason }: Body<'remand'>): Performed {
  const hearings = openItems(file).filter(({ step }) => step === 'hear');
  demand(
    hearings.length === 0,
    'procedurePending',
    '/act',
    hearings.map(({ id }) => id),
  );
  const targets = remandTargets(file);
  const code = file.dates.decision === null ? 'notEarlier' : 'decisionStands';
  demand(targets.includes(to), code, '/to', targets);
  return withWords({ type: 'remanded', item, to }, { reason });
}

/** The applicant takes the application back, or a clerk at the counter for them. */
export function withdraw({ reason }: Body<'withdraw'>, context: ActContext): Performed {
  return withWords({ type: 'withdrawn', ...channelOf(context) }, { reason: reason ?? null });
}

/** Where silence means acceptance, nothing is taken back once the time for it is over (行政许可法 第三十二条). */
export const amend: Performing<Body<'amend'>> = (_file, item, { reason }, { today }) => {
  const { id, step, stopped, deadline, version } = item;
  demand(step !== 'accept' || stopped || today <= deadline.due, 'limitOver', '/act');
  return withWords({ type: 'amended', item: id, amends: version }, { reason });
};
