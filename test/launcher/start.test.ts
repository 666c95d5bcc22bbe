import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { createClient } from '../../infra/client/client';
import { createOneWindow, type OneWindow } from '../../infra/client/oneWindow';
import { developmentTokens } from '../../infra/client/tokens';
import { embeddedClient } from '../../infra/identity/embeddedClient';
import { dataDirAt } from '../../infra/launcher/dataDir';
import { assignPorts } from '../../infra/launcher/installation';
import { answersOk } from '../../infra/launcher/nodePart';
import { partNames } from '../../infra/launcher/part';
import { runningLauncher } from '../../infra/launcher/running';
import { embeddedPorts, readSettings, type EmbeddedPort } from '../../infra/settings';
import { workflowIdOf } from '../../workflows/names';
import { testGround } from '../ground/testGround';
import { application } from '../world/applications';
import { until } from '../world/until';
import { familyOf, lives, type Process } from './processes';
import { npmRun, type Program } from './program';

type Addresses = Awaited<ReturnType<typeof assignPorts>>;

describe('npm start', () => {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-start-'));
  const dataDir = dataDirAt(directory);
  const bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  let addresses: Addresses;
  let environment: Record<string, string>;
  let start: Program;
  let family: Process[] = [];
  let caseId: string;

  beforeAll(async () => {
    // The database's own user must be able to pass through.
    chmodSync(directory, 0o711);
    addresses = await freeAddresses();
    environment = environmentOf(directory, addresses);
    start = npmRun('start', environment);
    await start.says('OneWindow is ready\n');
    family = familyOf(start.pid);
  }, 90_000);
  afterAll(async () => {
    await start.signal('SIGTERM');
    bystander.kill();
    rmSync(directory, { recursive: true });
  }, 60_000);

  it('prints where everything is, and then that it is ready', () => {
    const { port, ports } = addresses;
    const table = start.output();
    for (const shown of [port, ports.temporalUi, ports.mailWeb, ports.identity])
      expect(table).toContain(`http://127.0.0.1:${shown}`);
    expect(table).toContain(`http://127.0.0.1:${ports.push}/registrations`);
    expect(table).toContain(`@127.0.0.1:${ports.postgres}/onewindow`);
    expect(table.trimEnd().split('\n').at(-1)).toBe('OneWindow is ready');
  });

  it('has then every part up, and says so', async () => {
    const ready = await fetch(`http://127.0.0.1:${addresses.port}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({
      status: 'ready',
      dependencies: { database: { state: 'up' }, identity: { state: 'up' }, temporal: { state: 'up' } },
    });
    expect(Object.keys(runningLauncher(dataDir.running)?.parts ?? {}).sort()).toEqual([...partNames].sort());
  });

  it('is found well by npm run doctor', async () => {
    const doctor = npmRun('doctor', environment, { args: ['--json'] });
    expect(await doctor.ended).toBe(0);
    const { ok, findings } = JSON.parse(doctor.output()) as {
      ok: boolean;
      findings: { check: string; condition: string }[];
    };
    expect(ok).toBe(true);
    const checks = ['processes', 'api', 'database', 'temporal', 'outbox', 'identity', 'mail', 'signingKey'];
    for (const check of checks) {
      const conditions = findings.filter((found) => found.check === check).map(({ condition }) => condition);
      expect({ check, conditions: [...new Set(conditions)] }).toEqual({ check, conditions: ['well'] });
    }
  });

  it('lets npm run token print a token that the API takes', async () => {
    const token = npmRun('token', environment, { args: ['--as', 'education-caseOfficer-1'] });
    expect(await token.ended).toBe(0);
    const me = await fetch(`http://127.0.0.1:${addresses.port}/api/v1/me`, {
      headers: { authorization: `Bearer ${token.output().trim()}` },
    });
    expect(await me.json()).toMatchObject({
      sub: 'education-caseOfficer-1',
      roles: [{ role: 'caseOfficer' }],
    });
  });

  it('refuses a second start in the same data directory, naming the first', async () => {
    const second = npmRun('start', environmentOf(directory, await freeAddresses()));
    expect(await second.ended).toBe(1);
    const launcher = runningLauncher(dataDir.running)?.launcher.pid;
    expect(second.output()).toContain(`OneWindow 已在运行（进程 ${launcher}`);
    expect(second.output()).toContain(
      `OneWindow runs already (pid ${launcher}, its API at http://127.0.0.1:${addresses.port}): stop it first`,
    );
  });

  it('names the port that is in use, what wants it, and the variable that changes it', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'onewindow-start-'));
    const wanted = await freeAddresses();
    const holder = createServer().listen(wanted.ports.mailSmtp, '127.0.0.1');
    const other = npmRun('start', environmentOf(elsewhere, { ...wanted, port: addresses.port }));
    expect(await other.ended).toBe(1);
    for (const [port, part, variable] of [
      [addresses.port, 'API', 'PORT'],
      [wanted.ports.mailSmtp, 'mail catcher', 'MAIL_SMTP_PORT'],
    ] as const)
      expect(other.output()).toContain(
        `Port ${port} (${part}) is in use: stop what holds it, or set ${variable} to another port`,
      );
    holder.close();
    rmSync(elsewhere, { recursive: true });
  });

  it('starts a part again that ended by itself, and says so with its log', async () => {
    const { pid } = runningLauncher(dataDir.running)!.parts.mailCatcher!;
    process.kill(pid, 'SIGKILL');
    await start.says('(mail catcher runs again)');
    expect(start.output()).toContain(
      'Part mailCatcher (mail catcher) ended by itself (SIGKILL) and will be started again. Its log is ',
    );
    expect(await answersOk(`http://127.0.0.1:${addresses.ports.mailWeb}/livez`)).toBe(true);
    family = familyOf(start.pid);
  });

  it('takes an application, and its workflow begins', async () => {
    const oneWindow = windowAt(addresses);
    const account = 'applicant-3';
    const draft = await oneWindow.begin({ account, key: 'begin' }, application());
    const submitted = await oneWindow.submit({ account, key: 'submit', waitSeconds: 10 }, draft);
    caseId = submitted.body.caseId;
    expect(submitted.body.stage).toBe('acceptance');
    await until('the workflow of the case', () => conductor(addresses, caseId));
  });

  it('on SIGTERM stops everything that it started and nothing else', async () => {
    expect(await start.signal('SIGTERM')).toBe(0);
    expect(start.output()).toContain('已停止。 Stopped.');
    expect(family.length).toBeGreaterThan(partNames.length);
    expect(family.filter(({ pid }) => lives(pid))).toEqual([]);
    expect(lives(bystander.pid ?? 0)).toBe(true);
    await expect(answersAt(testGround().postgresUrl)).resolves.toBe(true);
    expect(runningLauncher(dataDir.running)).toBeNull();
  });

  it('finds everything as it was left when it starts again', async () => {
    start = npmRun('start', environment);
    await start.says('OneWindow is ready\n');
    const found = await windowAt(addresses).caseOf('applicant-3', caseId);
    expect(found).toMatchObject({ caseId, stage: 'acceptance' });
    expect(await conductor(addresses, caseId)).toBe('RUNNING');
  }, 90_000);

  it('starts again after its launcher was killed, in place of what that left running', async () => {
    const killed = runningLauncher(dataDir.running)!;
    process.kill(killed.launcher.pid, 'SIGKILL');
    await start.ended;
    const left = Object.values(killed.parts).map(({ pid }) => pid);
    expect(left.filter(lives)).toHaveLength(partNames.length);
    start = npmRun('start', environment);
    await start.says('OneWindow is ready\n');
    expect(left.filter(lives)).toEqual([]);
    expect(await windowAt(addresses).caseOf('applicant-3', caseId)).toMatchObject({ caseId });
  }, 90_000);

  it('on Ctrl-C stops everything as well', async () => {
    family = familyOf(start.pid);
    expect(await start.interrupt()).toBe(0);
    expect(start.output()).toContain('已停止。 Stopped.');
    expect(family.filter(({ pid }) => lives(pid))).toEqual([]);
  });
});

async function freeAddresses(): Promise<Addresses> {
  const zero = Object.values(embeddedPorts).map(({ variable }) => [variable, '0'] as const);
  return assignPorts(readSettings({ ...Object.fromEntries(zero), PORT: '0', WORKER_PORT: '0' }));
}

function environmentOf(directory: string, { port, workerPort, ports }: Addresses): Record<string, string> {
  const names = Object.keys(embeddedPorts) as EmbeddedPort[];
  return {
    ...Object.fromEntries(names.map((name) => [embeddedPorts[name].variable, String(ports[name])])),
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    DATA_DIR: directory,
    TEMPORAL_BINARY: testGround().temporalCli,
  };
}

function windowAt({ port, ports }: Addresses): OneWindow {
  const issuer = `http://127.0.0.1:${ports.identity}`;
  const tokens = developmentTokens({ issuer, audience: embeddedClient.audience });
  const baseUrl = `http://127.0.0.1:${port}`;
  return createOneWindow(createClient({ baseUrl, tokens, patienceMs: 20_000, attemptMs: 15_000 }));
}

/** The status of a case's workflow; null where there is none. */
async function conductor({ ports }: Addresses, caseId: string): Promise<string | null> {
  const connection = await Connection.connect({ address: `127.0.0.1:${ports.temporal}` });
  try {
    const handle = new Client({ connection }).workflow.getHandle(workflowIdOf(caseId));
    return (await handle.describe().catch(() => null))?.status.name ?? null;
  } finally {
    await connection.close();
  }
}

async function answersAt(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.end();
  return true;
}
