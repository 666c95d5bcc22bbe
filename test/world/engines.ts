import { TestWorkflowEnvironment } from '@temporalio/testing';
import { addSearchAttributes } from '../../infra/launcher/searchAttributes';
import { findingArguments } from '../../infra/launcher/temporal';
import { searchAttributeTypes } from '../../workflows/searchAttributes';
import { testGround } from '../ground/testGround';

/** The server that lets time be skipped; of Temporal's list and its queries it knows little. */
export async function timeSkippingEngine(): Promise<TestWorkflowEnvironment> {
  const path = testGround().temporalTestServer;
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await addSearchAttributes(env.connection, 'default', searchAttributeTypes);
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
