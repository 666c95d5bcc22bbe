import { TestWorkflowEnvironment } from '@temporalio/testing';

/**
 * Run as a program of its own: `sdkDownload <program> <version> <directory>`.
 * The SDK downloads an official release only by starting it, and cannot be interrupted: a process can.
 */
async function main([program, version, downloadDir]: readonly string[]): Promise<void> {
  if (!version || !downloadDir) throw new Error('usage: sdkDownload <program> <version> <directory>');
  const executable = { type: 'cached-download', version: `v${version}`, downloadDir, ttl: '1 day' } as const;
  const environment =
    program === 'temporal'
      ? await TestWorkflowEnvironment.createLocal({ server: { executable } })
      : await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
  await environment.teardown();
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
