import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { describeApi } from './openapi';
import { resources } from './resources';
import { verificationRoutes } from './routes/verifications';
import type { Services } from './services';

const file = join(__dirname, '..', 'web', 'generated', 'api.d.ts');

/** `npm run contract`: writes the types of the portal's client, from the description that the API serves. */
async function main(): Promise<void> {
  // The routes are listed and none is run, so they need nothing to stand on.
  const services = {} as Services;
  const description = describeApi([...resources(services), ...verificationRoutes(services)], 'http://here');
  const types = await openapiTS(description as unknown as OpenAPI3);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, astToString(types));
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
