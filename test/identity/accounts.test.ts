import { runAccountsCommand } from '../../infra/commands/accounts';
import { asOwner } from '../../infra/db/owner';
import { administrator, type House, openHouse } from '../api/house';
import { official } from '../world/people';
import { openBrowser } from './browser';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

function run(...args: readonly string[]) {
  return runAt(house.issuer.url, args);
}

async function runAt(issuer: string, args: readonly string[]) {
  const said: string[] = [];
  const output = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  const { clock, personal } = house.services.ground;
  const code = await asOwner(house.database.url, (db) =>
    runAccountsCommand(args, output, { db, clock, personal, issuer }),
  );
  return { code, said: said.join('\n') };
}

const by = ['--by', administrator.sub];
const add = (sub: string, ...rest: readonly string[]) =>
  run('add', '--sub', sub, '--name-zh', '新账号', '--name-en', 'New account', ...rest, ...by);

const log = async (sub: string) => {
  const rows = await house.database.db
    .selectFrom('audit_entry')
    .select(['type', 'actor_sub', 'details'])
    .where('subject_id', '=', sub)
    .where('type', 'like', 'account%' as never)
    .orderBy('seq')
    .execute();
  return rows;
};

const me = (sub: string) => house.call({ ...administrator, sub }, 'GET', '/api/v1/me');

test('an account is added, changed and listed, each change on the log without name or address', async () => {
  const added = await add(
    'new-1',
    '--email',
    'new.one@example.org',
    '--unit',
    'fire',
    '--roles',
    'reviewer,head',
  );
  expect(added).toEqual({ code: 0, said: expect.stringContaining('new-1') });
  expect((await me('new-1')).body).toMatchObject({ email: 'new.one@example.org', unit: { id: 'fire' } });

  expect(
    (await run('change', '--sub', 'new-1', '--unit', 'health', '--roles', 'filingOfficer', ...by)).code,
  ).toBe(0);
  const { body } = await me('new-1');
  expect([body.unit.id, body.roles[0].role, body.email]).toEqual([
    'health',
    'filingOfficer',
    'new.one@example.org',
  ]);

  expect((await run('list')).said).toMatch(/new-1 +新账号 +health +filingOfficer +n\*\*\*@example\.org/);
  const entries = await log('new-1');
  expect(entries).toEqual([
    {
      type: 'accountAdded',
      actor_sub: administrator.sub,
      details: { unit: 'fire', organisation: null, roles: ['reviewer', 'head'] },
    },
    {
      type: 'accountChanged',
      actor_sub: administrator.sub,
      details: {
        before: { unit: 'fire', organisation: null, roles: ['reviewer', 'head'] },
        after: { unit: 'health', organisation: null, roles: ['filingOfficer'] },
        given: ['roles', 'unit'],
      },
    },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/新账号|new\.one/);
});

test('a deactivated account is signed out at once, and stays out until it is in use again', async () => {
  const { sub } = official('education', 'reviewer', 2);
  const browser = openBrowser(house);
  await browser.signIn(sub);
  expect((await browser.get('/api/v1/me')).status).toBe(200);

  const done = await run('deactivate', '--sub', sub, '--reason', '调离，电话13800001111', ...by);
  expect(done.code).toBe(0);
  expect((await browser.get('/api/v1/me')).status).toBe(401);
  expect((await me(sub)).body.code).toBe('accountUnknown');
  expect((await log(sub)).at(-1)?.details).toEqual({ reason: '调离，电话138****1111' });

  expect((await run('change', '--sub', sub, '--active', ...by)).code).toBe(0);
  expect((await browser.get('/api/v1/me')).status).toBe(401);
  await browser.signIn(sub);
  expect((await browser.get('/api/v1/me')).status).toBe(200);
});

describe('an account that cannot be is refused, naming option, rule and what is allowed', () => {
  it.each([
    [['--unit', 'nowhere', '--roles', 'reviewer'], /--unit: one of .*fire/],
    [['--roles', 'reviewer'], /--unit: these roles belong to a unit/],
    [['--roles', 'applicant'], /--organisation: an applicant acts for an organisation/],
    [
      ['--roles', 'applicant,reviewer', '--organisation', 'x', '--unit', 'fire'],
      /--roles: an applicant has no other/,
    ],
    [['--roles', 'administrator', '--organisation', 'x'], /--organisation: only an applicant acts for one/],
  ])('%j', async (options, rule) => {
    const { code, said } = await add('refused', '--email', 'x@example.org', ...options);
    expect([code, said]).toEqual([1, expect.stringMatching(rule)]);
    expect(await log('refused')).toEqual([]);
  });

  it('an address that is none', async () => {
    const { said } = await add('refused', '--email', 'x', '--roles', 'administrator');
    expect(said).toContain('--email: an e-mail address');
  });

  it('one that is there already, or is not', async () => {
    const { sub } = official('fire', 'reviewer');
    expect((await add(sub, '--email', 'x@example.org', '--roles', 'administrator')).said).toContain(
      'already',
    );
    expect((await run('change', '--sub', 'nobody', '--unit', 'fire', ...by)).said).toContain(
      'no account nobody',
    );
  });
});

test.each([
  [['add', '--sub', 'x', '--by', 'y'], '--name-zh: must be given'],
  [['deactivate', '--sub', 'x', ...by], '--reason: must be given'],
  [['change', '--sub', 'x', ...by], 'Nothing to change'],
  [['change', '--sub', 'x', '--roles', 'king', ...by], 'no such role: king'],
  [['change', '--sub', 'x', '--roles', 'system', ...by], 'no such role: system'],
  [['remove'], 'Say list, add, change or deactivate'],
])('%j is no use of the command', async (args, said) => {
  expect(await run(...args)).toEqual({ code: 2, said: expect.stringContaining(said) });
});

test('only an administrator keeps accounts, and nobody takes their own away', async () => {
  const { sub } = official('fire', 'reviewer');
  const others = await run('deactivate', '--sub', 'applicant-1', '--reason', 'x', '--by', sub);
  expect(others).toEqual({ code: 1, said: expect.stringContaining(`${sub} is no administrator's account`) });
  const own = await run('deactivate', '--sub', administrator.sub, '--reason', 'x', ...by);
  expect(own).toEqual({ code: 1, said: expect.stringContaining('Nobody deactivates their own') });
});

test('the first account of an installation is an administrator’s, and one always stays', async () => {
  const issuer = 'https://elsewhere.example';
  const options = ['--name-zh', '管理员', '--name-en', 'Administrator', '--email', 'a@example.org'];
  const enter = (roles: string, who: string) =>
    runAt(issuer, ['add', '--sub', 'a', ...options, '--roles', roles, '--by', who]);
  for (const refused of [await enter('coordinator', 'a'), await enter('administrator', 'b')])
    expect(refused).toEqual({ code: 1, said: expect.stringContaining('There is no administrator yet') });
  expect((await enter('administrator', 'a')).code).toBe(0);

  const last = await runAt(issuer, ['change', '--sub', 'a', '--roles', 'coordinator', '--by', 'a']);
  expect(last).toEqual({ code: 1, said: expect.stringContaining('At least one administrator') });
});
