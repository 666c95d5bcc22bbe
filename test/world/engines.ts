import { TestWorkflowEnvironment } from '@temporalio/testing';
import { findingArguments } from '../../infra/launcher/temporal';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import { testGround } from '../ground/testGround';
import { registerSearchAttributes } from './searchAttributes';

/** The server that lets time be skipped; of Temporal's list and its queries it knows little. */
export async function timeSkippingEngine(): Promise<TestWorkflowEnvironment> {
  const path = testGround().temporalTestServer;
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await registerSearchAttributes(env.connection, 'default');
  return env;
}

/** The dev server of `npm start`, with the same ways to find cases. */
export function devEngine(): Promise<TestWorkflowEnvironment> {
  const path = testGround().temporalCli;
  return TestWorkflowEnvironment.createLocal({
    server: {
      executable: { type: 'existing-path', path },
      extraArgs: findingArguments(searchAttributeTypes),
    },
  });
}
