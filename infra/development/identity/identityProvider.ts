import express, { type Request, type Response, type Router } from 'express';
import type { Provider } from 'oidc-provider';
import type { Plan } from '../../../domain/plan';
import { type Mode, refuseInProduction } from '../../settings';
import { type Account, seedAccounts } from '../accounts';
import { commonRoutes } from '../pages/page';
import { listen, type Part } from '../part';
import type { WebClient } from './clients';
import { loginPage } from './loginPage';
import { createProvider } from './provider';
import { loadSigningKeys } from './signingKeys';

export interface IdentityProviderOptions extends WebClient {
  readonly mode: Mode;
  /** 0 for any free one. */
  readonly port: number;
  readonly dataDir: string;
  readonly audience: string;
  /** Whose units the accounts belong to. */
  readonly plan: Plan;
}

/**
 * Starts the identity provider of development; its address is the issuer.
 * @throws SettingsError in production
 */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<Part> {
  refuseInProduction(options, 'identity provider');
  const accounts = seedAccounts(options.plan);
  const jwks = await loadSigningKeys(options.dataDir);
  return listen(options.port, (issuer) => {
    const provider = createProvider({ ...options, issuer, accounts, jwks });
    const app = express().disable('x-powered-by');
    app.use(commonRoutes());
    app.use(interactionRoutes(provider, options.plan, accounts));
    return app.use(provider.callback());
  });
}

function interactionRoutes(provider: Provider, { units }: Plan, accounts: readonly Account[]): Router {
  const router = express.Router();
  router.get('/interaction/:uid', async (request, response) => {
    await provider.interactionDetails(request, response);
    show(response, loginPage({ units, accounts, action: request.path }));
  });
  router.post('/interaction/:uid', express.urlencoded({ extended: false }), async (request, response) => {
    const account = accounts.find(({ sub }) => sub === chosen(request));
    if (account)
      return provider.interactionFinished(request, response, { login: { accountId: account.sub } });
    const problem = { zh: '没有这个账号，请从下面选择', en: 'No such account: choose one below' };
    show(response.status(422), loginPage({ units, accounts, action: request.path, problem }));
  });
  return router;
}

function chosen({ body }: Request): unknown {
  return (body as { account?: unknown } | undefined)?.account;
}

function show(response: Response, page: string): void {
  response.set('cache-control', 'no-store').type('html').send(page);
}
