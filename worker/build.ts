import { portalBundle } from '../infra/portal/bundle';
import { workflowBundle } from './bundle';

/** `npm run build`: makes the workflow bundle and the portal ahead of the first start. */
Promise.all([workflowBundle(), portalBundle()]).then(
  (made) => process.stdout.write(`${made.join('\n')}\n`),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
