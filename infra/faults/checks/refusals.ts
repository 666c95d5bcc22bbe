import type { Evidence, Fault } from '../evidence';

/** Said to whoever comes after another act: a colleague's, or the applicant's withdrawal. */
const cameLater: readonly string[] = ['versionMismatch', 'itemNotOpen', 'wrongStage', 'caseClosed'];

/** The clients ask for nothing that is forbidden: each refusal says that another act came first. */
export function checkRefusals({ told }: Pick<Evidence, 'told'>): Fault[] {
  return told.flatMap((act): Fault[] => {
    if (act.code === null || cameLater.includes(act.code)) return [];
    const where = `${act.asked} of ${act.workItem ?? act.caseId ?? 'a case'} by ${act.account}`;
    return [{ kind: 'broken', about: 'act', where, text: `was refused: ${act.status} ${act.code}` }];
  });
}
