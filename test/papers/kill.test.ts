import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { upsertAccounts } from '../../infra/identity/accounts';
import { assignPorts, installationAt } from '../../infra/launcher/installation';
import { nodePart } from '../../infra/launcher/nodePart';
import type { Part } from '../../infra/launcher/part';
import { readSettings } from '../../infra/settings';
import { diskStorage } from '../../infra/storage/disk';
import { AUDIENCE, CLIENT, type Issuer, startIssuer } from '../api/issuer';
import { formOf } from '../api/uploading';
import { newKey } from '../api/way';
import { testDatabase, type TestDatabase } from '../database';
import { environment } from '../ground/environment';
import { listed } from '../storage/contract';
import { application } from '../world/applications';
import { applicant } from '../world/people';
import { until } from '../world/until';
import { pdf } from './files';

let database: TestDatabase;
let issuer: Issuer;
let folder: string;
let api: Part;
let authorization: string;

beforeAll(async () => {
  [database, issuer] = await Promise.all([testDatabase(), startIssuer()]);
  folder = mkdtempSync(join(tmpdir(), 'onewindow-kill-'));
  const settings = readSettings({
    ...environment(),
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    // Nobody listens there: papers need no engine.
    TEMPORAL_ADDRESS: '127.0.0.1:9',
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    OIDC_AUDIENCE: AUDIENCE,
    PORT: '0',
  });
  const installation = await installationAt(settings, await assignPorts(settings));
  const name = { zh: '举办者', en: 'Applicant' };
  await upsertAccounts(database.url, issuer.url, [{ ...applicant, name, email: 'applicant@example.org' }]);
  authorization = `Bearer ${await issuer.token(applicant.sub)}`;
  api = nodePart({
    name: 'api',
    entry: 'api/main.ts',
    host: installation.settings.host,
    port: installation.settings.port,
    settings: installation.settings,
  });
  await api.start();
});
afterAll(async () => {
  await api.stop();
  await issuer.close();
  await database.close();
  rmSync(folder, { recursive: true });
});

async function newDraft(): Promise<string> {
  const response = await fetch(`${api.address}/api/v1/applications`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', ...newKey() },
    body: JSON.stringify({ application: application() }),
  });
  const { id } = (await response.json()) as { id: string };
  return `${api.address}/api/v1/applications/${id}/papers`;
}

/** Files and folders of uploads on their way in. */
const receiving = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.startsWith('incoming/'));
const kept = () => listed(diskStorage(join(folder, 'papers')));

describe('a process that is killed while it receives an upload', () => {
  it('leaves nothing that anybody sees, and the upload is taken whole by the next one', async () => {
    const papers = await newDraft();
    const key = newKey();
    const sending = request(papers, {
      method: 'POST',
      headers: {
        authorization,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': '900000',
        ...key,
      },
    }).on('error', () => undefined);
    sending.write('--x\r\ncontent-disposition: form-data; name="material"\r\n\r\npremisesRight\r\n');
    sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7');
    await until('the upload is being received', async () => (receiving().length > 1 ? true : null));

    await api.kill();

    expect((await database.pool.query('select 1 from paper')).rows).toEqual([]);
    expect(await kept()).toEqual([]);
    await api.start();
    const seen = await fetch(papers, { headers: { authorization } });
    const { materials } = (await seen.json()) as { materials: { papers: unknown[] }[] };
    expect(materials.flatMap((material) => material.papers)).toEqual([]);

    const whole = await fetch(papers, {
      method: 'POST',
      headers: { authorization, prefer: 'wait=30', ...key },
      body: formOf({ material: 'premisesRight', files: [{ name: 'a.pdf', bytes: await pdf() }] }),
    });
    expect(whole.status).toBe(201);
    expect(whole.headers.get('preference-applied')).toBe('wait=30');
    // The process scans what it took, as production does.
    expect(await whole.json()).toMatchObject({ papers: [{ fileName: 'a.pdf', state: 'clean' }] });
    expect(await kept()).toHaveLength(1);
  });
});
