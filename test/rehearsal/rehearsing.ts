import { DefaultLogger, Runtime } from '@temporalio/worker';
import { runHarness } from '../../infra/commands/harness';
import { rehearsalHarness } from '../../worker/rehearsal/main';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `npm run rehearse -- …` in this process; one that is given up clears away what it began. */
export async function rehearse(args: readonly string[], giveUpAfterMs: number): Promise<Said> {
  const said = { out: '', err: '' };
  const output = {
    out: (text: string) => void (said.out += `${text}\n`),
    err: (text: string) => void (said.err += `${text}\n`),
  };
  // The provider says that it is for development, which it is here as well.
  const warnings = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  const code = await runHarness(rehearsalHarness, args, output, AbortSignal.timeout(giveUpAfterMs));
  warnings.mockRestore();
  return { code, ...said };
}
