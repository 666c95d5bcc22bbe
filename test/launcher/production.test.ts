import { type Client, createClient } from '../../infra/client/client';
import { createOneWindow, type OneWindow } from '../../infra/client/oneWindow';
import { answererOf } from '../../infra/client/straightAct';
import { developmentTokens } from '../../infra/client/tokens';
import type { CaseView } from '../../infra/client/wire';
import { examine } from '../../infra/doctor/examination';
import { subjectOf } from '../../infra/doctor/subject';
import { answersOk } from '../../infra/launcher/nodePart';
import { freePort } from '../../infra/launcher/ports';
import { application } from '../world/applications';
import { until } from '../world/until';
import { familyOf, listening, lives } from './processes';
import { npmRun, type Program } from './program';
import { type Release, releaseWithoutDevelopment } from './release';
import { type Servers, startServers } from './servers';

/** Listens on one address of this machine alone, behind a proxy that people know by another name. */
const host = '127.0.0.2';

describe('in production', () => {
  let port: number;
  let servers: Servers;
  let release: Release;

  beforeAll(async () => {
    port = await freePort();
    servers = await startServers('https://one.example.org');
    release = releaseWithoutDevelopment();
  }, 60_000);
  afterAll(async () => {
    await servers.close();
    release.remove();
  });

  const windowAt = (baseUrl: string): OneWindow => {
    const tokens = developmentTokens(servers);
    const client: Client = createClient({ baseUrl, tokens, patienceMs: 20_000, attemptMs: 15_000 });
    return createOneWindow(client);
  };
  const apply = async (oneWindow: OneWindow, key: string): Promise<CaseView> => {
    const account = 'applicant-3';
    const draft = await oneWindow.begin({ account, key: `begin-${key}` }, application());
    return (await oneWindow.submit({ account, key: `submit-${key}` }, draft)).body;
  };
  /** Accepts a case, and waits for the workflow to open the joint review. */
  const accept = async (oneWindow: OneWindow, file: CaseView): Promise<CaseView> => {
    const [item] = file.workItems;
    const account = answererOf(file, item!, 'accept');
    const seen = await oneWindow.caseOf(account, file.caseId);
    const allowed = seen.allowed.find(({ act }) => act === 'accept');
    await oneWindow.act({ account, key: `accept-${file.caseId}` }, allowed!, { act: 'accept' });
    return until('the joint review', async () => {
      const moved = await oneWindow.caseOf(account, file.caseId);
      return moved.stage === 'jointReview' && moved.workItems.some(({ step }) => step === 'review')
        ? moved
        : null;
    });
  };

  describe('npm start', () => {
    let workerPort: number;
    let start: Program;

    beforeAll(async () => {
      workerPort = await freePort();
      const given = { ...servers.environmentAt(port), HOST: host, WORKER_PORT: String(workerPort) };
      start = npmRun('start', given, { cwd: release.root });
      await start.says('OneWindow is ready\n');
    }, 90_000);
    afterAll(() => start.signal('SIGTERM'), 60_000);

    it('starts API and worker and nothing of development, whose code and packages are not even there', () => {
      const family = familyOf(start.pid);
      const entries = family.flatMap(({ command }) => /\S+\.ts$/.exec(command) ?? []);
      const programs = entries.map((entry) => entry.replace(`${release.root}/`, ''));
      expect(programs.sort()).toEqual(['api/main.ts', 'infra/launcher/main.ts', 'worker/main.ts']);
      const others = family.filter(({ command }) => !/\.ts$|^npm run|esbuild --service/.test(command));
      expect(others).toEqual([]);
      const listened = listening(family.map(({ pid }) => pid));
      expect(listened.sort()).toEqual([`${host}:${port}`, `${host}:${workerPort}`].sort());
    });

    it('takes a case on, and mails go to the mail server that was given', async () => {
      const oneWindow = windowAt(`http://${host}:${port}`);
      const moved = await accept(oneWindow, await apply(oneWindow, 'whole'));
      expect(moved.stage).toBe('jointReview');
      await until('the mail to the applicant', async () => {
        const to = encodeURIComponent(application().contact.email);
        const answer = await fetch(`${servers.mailCatcher}/mails?to=${to}`, {
          headers: { accept: 'application/json' },
        });
        const { mails } = (await answer.json()) as { mails: readonly unknown[] };
        return mails.length > 0 ? mails : null;
      });
    });

    it('stops on SIGTERM what it started and leaves the servers be', async () => {
      const family = familyOf(start.pid);
      expect(await start.signal('SIGTERM')).toBe(0);
      expect(family.filter(({ pid }) => lives(pid))).toEqual([]);
      const { findings } = await checked('database', servers.environmentAt(port));
      expect(findings.map(({ condition }) => condition)).toEqual(['well', 'well']);
      expect(await answersOk(`${servers.mailCatcher}/livez`)).toBe(true);
    });
  });

  describe('npm run api and npm run worker, two of each', () => {
    const programs: Program[] = [];
    const addresses: string[] = [];
    const start = async (script: 'api' | 'worker', at: number) => {
      const given = { ...servers.environmentAt(at), HOST: '127.0.0.1', WORKER_PORT: String(at) };
      const program = npmRun(script, given, { cwd: release.root });
      programs.push(program);
      addresses.push(`http://127.0.0.1:${at}`);
      await program.says(script === 'api' ? 'API is ready' : 'worker is ready');
    };

    beforeAll(async () => {
      const starts = [];
      for (const script of ['api', 'api', 'worker', 'worker'] as const)
        starts.push(start(script, await freePort()));
      await Promise.all(starts);
      const ready = await Promise.all(addresses.map((address) => answersOk(`${address}/readyz`)));
      expect(ready).toEqual([true, true, true, true]);
    }, 90_000);
    afterAll(() => Promise.all(programs.map((program) => program.signal('SIGTERM'))), 60_000);

    it('share the work: what one API took is seen by the other and conducted by either worker', async () => {
      const [first, second] = addresses.slice(0, 2).map(windowAt);
      const moved = await accept(second!, await apply(first!, 'apart'));
      expect((await first!.caseOf('applicant-3', moved.caseId)).stage).toBe('jointReview');
      const { findings } = await checked('temporal', servers.environmentAt(port));
      expect(findings.at(-1)).toMatchObject({ condition: 'well' });
      expect(findings.at(-1)?.what.en).toMatch(/^([2-9]) worker/);
    });

    it('go on where one of each has gone', async () => {
      const [api, , worker] = programs;
      expect(await Promise.all([api!.signal('SIGTERM'), worker!.signal('SIGTERM')])).toEqual([0, 0]);
      const remaining = windowAt(addresses[1]!);
      expect((await accept(remaining, await apply(remaining, 'remaining'))).stage).toBe('jointReview');
    });

    it('drain and end on Ctrl-C, however many deliver it', async () => {
      const [, api, , worker] = programs;
      const families = programs.flatMap(({ pid }) => familyOf(pid));
      expect(await Promise.all([api!.interrupt(), worker!.interrupt()])).toEqual([0, 0]);
      expect(api!.output()).toContain('API has drained');
      expect(worker!.output()).toContain('worker has drained');
      expect(families.filter(({ pid }) => lives(pid))).toEqual([]);
    });
  });

  it('start nothing and name every variable where settings are missing', async () => {
    const start = npmRun('start', { MODE: 'production' }, { cwd: release.root });
    expect(await start.ended).toBe(1);
    for (const variable of Object.keys(servers.environmentAt(port)))
      if (!['MODE', 'PORT', 'DATA_DIR', 'TEMPORAL_NAMESPACE'].includes(variable))
        expect(start.output()).toContain(`✗ ${variable}\n`);
  });
});

async function checked(check: string, environment: Record<string, string>) {
  const results = await examine(subjectOf(environment), () => undefined);
  return results.find((result) => result.check === check)!;
}
