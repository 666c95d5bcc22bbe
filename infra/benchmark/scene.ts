import type { Application } from '../../domain/application';
import { type Client, createClient } from '../client/client';
import { createOneWindow, type OneWindow } from '../client/oneWindow';
import type { Words } from '../client/straightAct';
import { developmentTokens } from '../client/tokens';
import { applicationOf, sampleOf } from '../demo/sample';
import type { ServerSettings } from '../settings';

/** The site whose way is the longest: seven departments review, an authority endorses, a registrar registers. */
const SITE = 9;
const EMAIL = 'bench@onewindow.example';
const WORDS = { grounds: '基准测试', findingAnswer: '基准测试' };
const PATIENCE_MS = 60_000;
const ATTEMPT_MS = 60_000;

/** A client of the system that is measured, and what its people send. */
export interface BenchScene {
  readonly client: Client;
  readonly oneWindow: OneWindow;
  readonly application: Application;
  readonly words: Words;
}

/** @throws RangeError where the plan in force has no such site */
export async function benchScene(settings: ServerSettings, signal: AbortSignal): Promise<BenchScene> {
  const { publicUrl: baseUrl, oidcIssuer: issuer, oidcAudience: audience } = settings;
  const tokens = developmentTokens({ issuer, audience });
  const client = createClient({ baseUrl, tokens, patienceMs: PATIENCE_MS, attemptMs: ATTEMPT_MS, signal });
  const oneWindow = createOneWindow(client);
  const { plan } = await oneWindow.plan();
  const site = plan.demonstrationSites.find(({ no }) => no === SITE);
  if (!site) throw new RangeError(`The plan has no site ${SITE}`);
  const words = { ...WORDS, unifiedCode: sampleOf(SITE).unifiedCode };
  return { client, oneWindow, application: applicationOf(plan, site, EMAIL), words };
}
