/** What the tests stand on: started once a run, beside any OneWindow that runs on this machine. */
export interface TestGround {
  /** The server's own database, as superuser; tests make theirs with `testDatabase()`. */
  readonly postgresUrl: string;
  /** A migrated database with the plan of Xiacheng published, to be cloned and never connected to. */
  readonly template: string;
  /** The compiled workflows, a file for the worker's `workflowBundle: { codePath }`. */
  readonly workflowBundle: string;
  /** Temporal's time-skipping test server, an executable. */
  readonly temporalTestServer: string;
  /** Temporal's command line with its development server, an executable. */
  readonly temporalCli: string;
  /** Chromium, an executable; null where the installed Chrome is to be used. */
  readonly chromium: string | null;
}

export const GROUND_VARIABLE = 'ONEWINDOW_TEST_GROUND';

/** The ground of this run. @throws Error in a test of the `rules` project, which starts none */
export function testGround(): TestGround {
  const given = process.env[GROUND_VARIABLE];
  if (given === undefined) {
    throw new Error(
      'No test ground: only tests outside test/domain and test/quality have one (jest.config.js)',
    );
  }
  return JSON.parse(given) as TestGround;
}

/** The same server, another database. */
export function databaseUrl(postgresUrl: string, name: string): string {
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.toString();
}
