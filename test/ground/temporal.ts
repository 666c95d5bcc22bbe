import { dataDirAt } from '../../infra/launcher/dataDir';
import { temporalBinary, temporalTestServerBinary } from '../../infra/launcher/temporalBinary';
import { readSettings } from '../../infra/settings';
import type { TestGround } from './testGround';

/** Temporal's programs, from the project's own cache; the first run downloads them and says so. */
export async function temporalPrograms(): Promise<Pick<TestGround, 'temporalTestServer' | 'temporalCli'>> {
  const { dataDir, temporalBinary: named, environment } = readSettings();
  const { bin } = dataDirAt(dataDir);
  const report = ({ en }: { readonly en: string }) => void process.stderr.write(`Test ground: ${en}\n`);
  return {
    temporalCli: await temporalBinary({ bin, named, environment, report }),
    temporalTestServer: await temporalTestServerBinary(bin, environment, report),
  };
}
