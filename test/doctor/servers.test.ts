import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { freePort } from '../../infra/launcher/ports';
import { registerSearchAttributes } from '../../infra/launcher/searchAttributes';
import { readServerSettings } from '../../infra/settings';
import { type Servers, startServers } from '../launcher/servers';
import { type Environment, examined } from './examined';
import { serving } from './serving';

describe('npm run doctor on the servers of a production', () => {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-doctor-'));
  let servers: Servers;
  let sound: Environment;
  beforeAll(async () => {
    servers = await startServers('https://one.example.org');
    sound = { ...servers.environmentAt(await freePort()), WORKER_PORT: '0' };
  }, 60_000);
  afterAll(async () => {
    await servers.close();
    rmSync(directory, { recursive: true });
  });

  it('finds them well, and that neither API nor worker runs', async () => {
    const found = await examined(sound);
    const ill = found.filter(({ condition }) => condition === 'ill').map(({ check }) => check);
    expect(ill).toEqual(['api', 'temporal']);
    expect(found.find(({ condition, check }) => condition === 'ill' && check === 'temporal')).toMatchObject({
      what: { en: 'No worker asks for work' },
      mend: { en: expect.stringContaining('npm run worker') },
    });
    const told = new Set(found.map(({ check }) => check));
    for (const check of ['database', 'plan', 'outbox', 'identity', 'mail', 'push', 'signingKey', 'clocks'])
      expect(told).toContain(check);
  });

  it('tells what the API says of itself', async () => {
    const dependencies = {
      database: { state: 'up' },
      identity: { state: 'down', error: 'not reachable' },
      temporal: { state: 'degraded', error: 'no answer in time' },
    };
    const address = await serving((_, response) => {
      response.writeHead(503).end(JSON.stringify({ status: 'notReady', dependencies }));
    });
    expect(await examined({ ...sound, PUBLIC_URL: address }, 'api')).toMatchObject([
      { condition: 'ill', what: { en: 'The API does not reach identity (not reachable)' } },
      { condition: 'doubtful', what: { en: 'The API does not reach temporal (no answer in time)' } },
    ]);
  });

  it('says where the namespace is not there', async () => {
    expect(await examined({ ...sound, TEMPORAL_NAMESPACE: 'nowhere' }, 'temporal')).toMatchObject([
      {
        condition: 'ill',
        what: { en: 'Temporal has no namespace nowhere' },
        mend: { zh: expect.stringContaining('temporal operator namespace create --namespace nowhere') },
      },
    ]);
  });

  it('says which search attribute is not registered', async () => {
    const connection = await Connection.connect({ address: sound.TEMPORAL_ADDRESS! });
    const gone = { namespace: sound.TEMPORAL_NAMESPACE!, searchAttributes: ['Year'] };
    await connection.operatorService.removeSearchAttributes(gone);
    await connection.close();
    const found = await examined(sound, 'temporal');
    expect(found.map(({ what }) => what.zh)).toContain('搜索属性未登记：Year');
    // What the doctor says to do.
    expect(await registerSearchAttributes(readServerSettings(sound), { Year: 'Int' })).toEqual(['Year']);
    const mended = await examined(sound, 'temporal');
    expect(mended[1]).toMatchObject({ condition: 'well' });
  });

  it('cannot register an attribute that exists with another type, and says so', async () => {
    await expect(registerSearchAttributes(readServerSettings(sound), { Stage: 'Datetime' })).rejects.toThrow(
      "Temporal's search attribute Stage exists with another type than Datetime: use another namespace",
    );
  });

  it('says how the issuer calls itself where that is not OIDC_ISSUER', async () => {
    const address = await serving((request, response) => {
      const found = { issuer: 'https://id.example.org', jwks_uri: `http://${request.headers.host}/keys` };
      const places = { authorization_endpoint: 'https://a', token_endpoint: 'https://t' };
      response.end(JSON.stringify({ ...found, ...places }));
    });
    expect(await examined({ ...sound, OIDC_ISSUER: address }, 'identity')).toMatchObject([
      { condition: 'ill', what: { en: 'The issuer calls itself https://id.example.org' } },
    ]);
  });

  it('says that something else answers where the issuer should', async () => {
    const address = await serving((_, response) => response.writeHead(404).end('no'));
    const [found] = await examined({ ...sound, OIDC_ISSUER: address }, 'identity');
    expect(found).toMatchObject({ condition: 'ill' });
    expect(found?.what.zh).toContain('answered 404');
  });

  it.each([
    [3_600, 'ill'],
    [20, 'doubtful'],
  ])('compares the clocks: %s seconds apart are %s', async (seconds, condition) => {
    const address = await serving((_, response) => {
      response.setHeader('date', new Date(Date.now() - seconds * 1_000).toUTCString()).end('{}');
    });
    const found = await examined({ ...sound, OIDC_ISSUER: address }, 'clocks');
    expect(found).toMatchObject([{ condition: 'well' }, { condition }]);
  });

  it('warns of a signing key that others may read, and refuses one that is none', async () => {
    const file = sound.SIGNING_KEY_FILE!;
    chmodSync(file, 0o644);
    const open = await examined(sound, 'signingKey');
    chmodSync(file, 0o600);
    expect(open).toMatchObject([{ condition: 'doubtful', mend: { zh: `chmod 600 ${file}` } }]);
    const broken = join(directory, 'broken.json');
    writeFileSync(broken, '{}');
    expect(await examined({ ...sound, SIGNING_KEY_FILE: broken }, 'signingKey')).toMatchObject([
      { condition: 'ill', what: { en: 'The signing key cannot be used' } },
    ]);
  });
});
