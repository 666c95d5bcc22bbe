import { setTimeout as delay } from 'node:timers/promises';
import { type ActBody, actRules } from '../../domain/act';
import type { Plan } from '../../domain/plan';
import { applicantFor } from '../client/people';
import { answererOf, straightAct, type Words } from '../client/straightAct';
import type { CaseView, WorkItemView } from '../client/wire';
import { applicationOf, sampleOf } from '../demo/sample';
import { act, beginCase, type Deed, type RunClient } from './client';
import type { CasePath } from './path';

/** The mail catcher takes anything; `.example` belongs to nobody (RFC 2606). */
const MAIL_DOMAIN = 'faults.example';
const BETWEEN_LOOKS_MS = 400;

const words: Omit<Words, 'unifiedCode'> = { grounds: '故障演练', findingAnswer: '故障演练：已核实' };

/**
 * Drives one case of the run along its path, until it is closed, or left open as its path says.
 * @throws the reason of `signal` where that comes first; NoAnswer; ApiRefused where a case may not be read
 */
export async function runCase(
  the: RunClient,
  plan: Plan,
  path: CasePath,
  signal: AbortSignal,
): Promise<void> {
  const site = plan.demonstrationSites.find(({ no }) => no === path.site);
  if (!site) throw new RangeError(`The plan has no site ${path.site}`);
  const applied = applicationOf(plan, site, `site-${path.site}@${MAIL_DOMAIN}`);
  const applicant = applicantFor(applied.facts);
  const caseId = await beginCase(the, applicant, applied);
  if (caseId === null) return;
  const done = new Set<string>();
  for (let acts = 0; ;) {
    signal.throwIfAborted();
    const file = await the.oneWindow.caseOf(applicant, caseId);
    if (file.outcome !== null || (path.turn === 'left' && acts >= path.afterActs)) return;
    if (path.turn === 'withdrawn' && acts >= path.afterActs && !done.has('withdraw')) {
      done.add('withdraw');
      await withdraw(the, file, applicant);
      continue;
    }
    const item = the.random.pickOr(file.workItems.filter(waitsForSomebody));
    if (item) acts += 1;
    if (!item || !(await answer(the, file, item, bodyOf(file, item, path, done)))) {
      await delay(BETWEEN_LOOKS_MS, undefined, { signal });
    }
  }
}

function waitsForSomebody({ status, step }: WorkItemView): boolean {
  return status === 'open' && step !== 'push';
}

async function withdraw(the: RunClient, file: CaseView, applicant: string): Promise<void> {
  const allowed = (await the.oneWindow.caseOf(applicant, file.caseId)).allowed.find(
    (each) => each.act === 'withdraw',
  );
  if (!allowed) return;
  const body = { act: 'withdraw', reason: '故障演练：撤回' } as const;
  await act(the, { account: applicant, caseId: file.caseId, allowed, body }, () => Promise.resolve(null));
}

/** The straight answer, but for the one turn that the path takes. */
function bodyOf(file: CaseView, item: WorkItemView, path: CasePath, done: Set<string>): ActBody {
  const { unifiedCode } = sampleOf(path.site);
  const straight = straightAct(file, item, { ...words, unifiedCode });
  if (!straight) throw new TypeError(`${item.id} waits for nobody`);
  const reason = '故障演练';
  if (straight.act === 'accept' && path.turn === 'declined') return { act: 'decline', reason };
  if (straight.act === 'draft' && path.turn === 'refused') return { ...straight, result: 'refused' };
  if (straight.act === 'decide') {
    if (path.turn === 'returned' && !done.has('returnDraft')) {
      done.add('returnDraft');
      return { act: 'returnDraft', reason };
    }
    return path.turn === 'refused' ? { act: 'decide', result: 'refused' } : straight;
  }
  return straight;
}

/**
 * Somebody of the unit answers; sometimes a colleague does at the same moment.
 * @returns false where nobody may by now
 */
async function answer(the: RunClient, file: CaseView, item: WorkItemView, body: ActBody): Promise<boolean> {
  const deedBy = (number: number): Promise<Deed | null> => deedOf(the, file, item, body, number);
  const deed = await deedBy(1);
  if (deed) await act(the, deed, () => deedBy(2));
  return deed !== null;
}

async function deedOf(
  the: RunClient,
  file: CaseView,
  item: WorkItemView,
  body: ActBody,
  number: number,
): Promise<Deed | null> {
  if (number > 1 && !hasColleague(body)) return null;
  const account = answererOf(file, item, body.act, number);
  const { caseId, allowed } = await the.oneWindow.caseOf(account, file.caseId);
  const found = allowed.find((each) => each.act === body.act && each.workItem === item.id);
  return found ? { account, caseId, allowed: found, body } : null;
}

/** Roles of which each unit has two people; four eyes forbid that they share a draft's signature. */
function hasColleague(body: ActBody): boolean {
  return ['caseOfficer', 'reviewer', 'registrar', 'filingOfficer'].includes(actRules[body.act].role);
}
