import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { runDoctorCommand } from '../../infra/commands/doctor';
import { createDataDir } from '../../infra/launcher/dataDir';
import { assignPorts } from '../../infra/launcher/installation';
import { freePort } from '../../infra/launcher/ports';
import { takeHold } from '../../infra/launcher/running';
import { embeddedPorts, readSettings } from '../../infra/settings';
import { serverVariables } from '../../infra/settingVariables';
import { type Servers, startServers } from '../launcher/servers';

type Environment = Record<string, string>;
interface Found {
  readonly check: string;
  readonly condition: string;
  readonly what: { readonly zh: string; readonly en: string };
  readonly mend?: { readonly zh: string; readonly en: string };
}

async function doctor(environment: Environment, ...args: string[]) {
  const printed = { out: '', err: '' };
  const output = {
    out: (text: string) => (printed.out += `${text}\n`),
    err: (text: string) => (printed.err += `${text}\n`),
  };
  return { code: await runDoctorCommand(args, output, environment), ...printed };
}

/** What was found of some checks; everything that is not well must say what to do, in both languages. */
async function examined(environment: Environment, ...checks: string[]): Promise<Found[]> {
  const { code, out } = await doctor(environment, '--json');
  const { ok, findings } = JSON.parse(out) as { ok: boolean; findings: Found[] };
  expect(ok).toBe(findings.every(({ condition }) => condition !== 'ill'));
  expect(code).toBe(ok ? 0 : 1);
  for (const { condition, mend } of findings)
    if (condition !== 'well') expect([mend?.zh, mend?.en]).not.toContain(undefined);
  return findings.filter(({ check }) => checks.length === 0 || checks.includes(check));
}

const freePorts: Environment = Object.fromEntries([
  ...Object.values(embeddedPorts).map(({ variable }) => [variable, '0'] as const),
  ['PORT', '0'],
  ['WORKER_PORT', '0'],
]);

describe('npm run doctor', () => {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-doctor-'));
  const opened: Server[] = [];
  afterAll(() => {
    for (const server of opened) server.close();
    rmSync(directory, { recursive: true });
  });

  /** A server that somebody else might run in place of the right one. */
  const serving = async (answer: RequestListener): Promise<string> => {
    const server = createServer(answer);
    opened.push(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  describe('where nothing runs', () => {
    const dataDir = join(directory, 'nothing');

    it('says so and how to start, and changes nothing', async () => {
      const { code, out } = await doctor({ ...freePorts, DATA_DIR: dataDir });
      expect(code).toBe(1);
      expect(out).toMatch(
        /^✗ 没有在运行的系统.*Nothing runs here.*\n +做法 运行 npm start，等到显示 OneWindow is ready {2}Do: run npm start/m,
      );
      expect(out.match(/^✗/gm)).toHaveLength(1);
      for (const well of ['Node.js v', '依赖与 package-lock.json 相符', '设置有效', '数据目录', '中文字体'])
        expect(out).toMatch(new RegExp(`^✓ .*${well}`, 'm'));
      expect(out).toContain('1 to mend, 0 to look at.');
      expect(existsSync(dataDir)).toBe(false);
    });

    it('names each port that a start would find taken, and the variable that changes it', async () => {
      const port = Number(new URL(await serving((_, response) => response.end())).port);
      const free = await freePort();
      const given = { ...freePorts, DATA_DIR: dataDir, MAIL_WEB_PORT: `${port}`, PUSH_PORT: `${free}` };
      const found = await examined(given, 'ports');
      expect(found).toMatchObject([
        { condition: 'well', what: { zh: `端口空闲：${free}` } },
        { condition: 'ill', what: { en: `Port ${port} (mail catcher) is in use` } },
      ]);
      expect(found[1]?.mend?.en).toContain('MAIL_WEB_PORT');
    });

    it('says where the data directory cannot be written to', async () => {
      const file = join(directory, 'file');
      writeFileSync(file, '');
      const found = await examined({ ...freePorts, DATA_DIR: join(file, 'data') }, 'dataDirectory');
      expect(found).toMatchObject([{ condition: 'ill', what: { en: `Cannot write to ${file}` } }]);
    });
  });

  it('names the part of a running npm start that has fallen, and its log', async () => {
    const dataDir = createDataDir(join(directory, 'running'));
    const hold = await takeHold(dataDir.running);
    const addresses = await assignPorts(readSettings(freePorts));
    hold.place(addresses);
    hold.note([{ name: 'temporal', pid: process.pid }]);
    const found = await examined({ ...freePorts, DATA_DIR: dataDir.root }, 'processes', 'ports');
    hold.release();
    expect(found[0]).toMatchObject({
      condition: 'well',
      what: { en: `npm start runs (pid ${process.pid})` },
    });
    const fallen = found.slice(1).map(({ what }) => what.en);
    expect(fallen).toContain('mail catcher does not run');
    expect(fallen).not.toContain('Temporal does not run');
    expect(found[1]?.mend?.zh).toContain(join(dataDir.logs, 'postgres.log'));
  });

  it('says what is wrong with every variable of a half-configured production, and what is away', async () => {
    const away = await freePort();
    const given: Environment = {
      MODE: 'production',
      DATA_DIR: directory,
      WORKER_PORT: '0',
      PUBLIC_URL: `http://127.0.0.1:${away}`,
      DATABASE_URL: `postgresql://me:hidden-word@127.0.0.1:${away}/onewindow`,
      TEMPORAL_ADDRESS: `127.0.0.1:${away}`,
      OIDC_ISSUER: `http://127.0.0.1:${away}`,
      SMTP_URL: `smtp://me:hidden-word@127.0.0.1:${away}`,
      PUSH_URL: `http://127.0.0.1:${away}/registrations`,
      SESSION_SECRET: 'weak',
    };
    const { code, out } = await doctor(given);
    expect(code).toBe(1);
    const missing = Object.values(serverVariables).filter((variable) => !(variable in given));
    for (const variable of [...missing, 'SESSION_SECRET'])
      expect(out).toMatch(new RegExp(`^✗ ${variable}：.*\\n +做法 .*Do: `, 'm'));
    for (const [words, mend] of [
      ['接口没有应答', 'PUBLIC_URL'],
      ['数据库连不上', 'DATABASE_URL'],
      ['Temporal 连不上', 'TEMPORAL_ADDRESS'],
      ['身份服务不可用', 'OIDC_ISSUER'],
      ['邮件服务器不可用', 'SMTP_URL'],
    ] as const)
      expect(out).toMatch(new RegExp(`^✗ ${words}.*ECONNREFUSED.*|^✗ ${words}[^]*?做法 .*${mend}`, 'm'));
    expect(out).toMatch(/^! 推送地址不可达[^]*?PUSH_URL/m);
    expect(out).not.toContain('hidden-word');
  });

  describe('on the servers of a production', () => {
    let servers: Servers;
    let sound: Environment;
    beforeAll(async () => {
      servers = await startServers('https://one.example.org');
      sound = { ...servers.environmentAt(await freePort()), WORKER_PORT: '0' };
    }, 60_000);
    afterAll(() => servers.close());

    it('finds them well, and that neither API nor worker runs', async () => {
      const found = await examined(sound);
      const ill = found.filter(({ condition }) => condition === 'ill').map(({ check }) => check);
      expect(ill).toEqual(['api', 'temporal']);
      expect(found.find(({ condition, check }) => condition === 'ill' && check === 'temporal')).toMatchObject(
        {
          what: { en: 'No worker asks for work' },
          mend: { en: expect.stringContaining('npm run worker') },
        },
      );
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

  it.each([
    ['an unknown option', ['--fix']],
    ['a word too many', ['database']],
  ])('answers %s with its usage', async (_, args) => {
    const { code, err } = await doctor({}, ...args);
    expect(code).toBe(2);
    expect(err).toContain('npm run doctor -- --json');
  });

  it('prints its usage when asked', async () => {
    expect(await doctor({}, '--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run doctor'),
    });
  });
});
