import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDataDir } from '../../infra/launcher/dataDir';
import { assignPorts } from '../../infra/launcher/installation';
import { freePort } from '../../infra/launcher/ports';
import { takeHold } from '../../infra/launcher/running';
import { embeddedPorts, readSettings } from '../../infra/settings';
import { serverVariables } from '../../infra/settingVariables';
import { doctor, type Environment, examined } from './examined';
import { serving } from './serving';

const freePorts: Environment = Object.fromEntries([
  ...Object.values(embeddedPorts).map(({ variable }) => [variable, '0'] as const),
  ['PORT', '0'],
  ['WORKER_PORT', '0'],
]);

describe('npm run doctor', () => {
  const directory = mkdtempSync(join(tmpdir(), 'onewindow-doctor-'));
  afterAll(() => rmSync(directory, { recursive: true }));

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
