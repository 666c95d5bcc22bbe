import { workflowBundle } from './bundle';

/** `npm run build`: makes the workflow bundle ahead of the first start. */
workflowBundle().then(
  (file) => process.stdout.write(`${file}\n`),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exitCode = 1;
  },
);
