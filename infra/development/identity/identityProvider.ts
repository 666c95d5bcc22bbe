import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import type { errors, Provider } from 'oidc-provider';
import type { Plan } from '../../../domain/plan';
import { type Mode, refuseInProduction } from '../../settings';
import { type Account, seedAccounts } from '../accounts';
import { commonRoutes } from '../pages/page';
import { listen, type Part } from '../part';
import { answerErrors } from '../problem';
import type { WebClient } from './clients';
import { loginPage } from './loginPage';
import { createProvider } from './provider';
import { errorPage, frontPage } from './sessionPages';
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
    app.get('/', (_request, response) => show(response, frontPage(options.publicUrl)));
    app.use(interactionRoutes(provider, options.plan, accounts));
    return app.use(provider.callback(), answerLostSignIn(options.publicUrl), answerErrors);
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

/** A sign-in page that was left open too long, or over a restart, belongs to no sign-in any more. */
function answerLostSignIn(publicUrl: string): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent || !isProviderError(error)) {
      next(error);
      return;
    }
    show(response.status(error.statusCode), errorPage(error, publicUrl));
  };
}

function isProviderError(error: unknown): error is errors.OIDCProviderError {
  return error instanceof Error && 'error' in error && 'statusCode' in error;
}

function chosen({ body }: Request): unknown {
  return (body as { account?: unknown } | undefined)?.account;
}

function show(response: Response, page: string): void {
  response.set('cache-control', 'no-store').type('html').send(page);
}
