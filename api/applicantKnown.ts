import type { Tx } from '../infra/db/connect';
import { hasAccount } from '../infra/identity/accounts';
import { Problem } from './http/problem';

/**
 * Whoever applies, or has an institution, must answer work items later: a case of nobody's would stand still.
 * @throws Problem where nobody can sign in for the organisation
 */
export async function checkOrganisation(tx: Tx, issuer: string, organisation: string): Promise<void> {
  if (await hasAccount(tx, issuer, organisation)) return;
  const message = { zh: '没有账号代表该举办者', en: 'No account acts for this applicant organisation' };
  throw new Problem('invalidContent', {
    errors: [{ pointer: '/organisation', code: 'unknownOrganisation', message }],
  });
}
