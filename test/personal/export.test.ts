import type { Holdings } from '../../infra/personal/holdings';
import { administrator } from '../api/house';
import { advance, begin } from '../api/way';
import { applicant } from '../world/people';
import { by, type Office, openOffice, phone, why } from './office';
import { planted, plantedApplication } from './planted';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

describe('an export', () => {
  it('gathers all that is held on a person, and goes on the log', async () => {
    const caseId = await office.submitted();
    await begin(office.house, { contact: { phone: planted.phone, person: planted.person } });
    await advance(office.house, caseId, 'receipt');
    await office.contactOf(caseId);

    for (const whom of [phone, ['--email', planted.email], ['--id-number', planted.idNumber]]) {
      const { code, said } = await office.run(['export', ...whom, ...why]);
      const held = JSON.parse(said) as Holdings;
      expect([code, held.applications[0]?.contact]).toEqual([0, { ...plantedApplication().contact }]);
    }
    const held = JSON.parse((await office.run(['export', ...phone, ...why])).said) as Holdings;
    expect(held.applications).toMatchObject([{ caseId, institution: '示例托育园', outcome: null }]);
    expect(held.applications[0]?.materials.length).toBeGreaterThan(2);
    expect(new Set(held.drafts.map((draft) => draft.caseId))).toEqual(new Set([caseId, null]));
    expect(held.notices[0]).toMatchObject({ template: 'submissionReceived', recipient: planted.email });
    expect(held.log.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['personalDataShown', 'personalDataExported']),
    );
    const entries = await office.logged('personalDataExported');
    expect(entries.map(({ subject_id }) => subject_id)).toContain(caseId);
    expect(JSON.stringify(entries)).not.toContain(planted.phone);
  });

  it('finds nobody else', async () => {
    await office.submitted();
    const held = JSON.parse(
      (await office.run(['export', '--phone', '13977778880', ...why])).said,
    ) as Holdings;
    expect([held.applications, held.drafts, held.notices, held.accounts]).toEqual([[], [], [], []]);
  });

  it('is whoever asks their own, over the API', async () => {
    const caseId = await office.submitted();
    await office.contactOf(caseId);
    const answered = await office.house.call(applicant, 'GET', '/api/v1/me/personal-data');
    const body = answered.body as Holdings;
    expect(answered.status).toBe(200);
    expect(body.accounts).toMatchObject([{ sub: applicant.sub, email: 'applicant-1@example.org' }]);
    expect(body.applications.map(({ contact }) => contact)).toEqual([{ ...plantedApplication().contact }]);
    expect(body.log).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'personalDataShown', own: false, subject: caseId, purpose: '核对' }),
      ]),
    );
    expect(JSON.stringify(body.log)).not.toContain(administrator.sub);
    const other = await office.house.call(administrator, 'GET', '/api/v1/me/personal-data');
    expect(other.body).toMatchObject({ applications: [], drafts: [], notices: [] });
  });
});

test.each([
  [['export', ...phone], '--by: must be given'],
  [['export', ...phone, ...by], '--reason: must be given'],
  [['export', ...why], 'Say one of: --phone, --email, --id-number'],
  [['export', ...phone, '--email', 'x@y.example', ...why], 'Say one of'],
  [['erase', ...phone, ...by], '--reason: must be given'],
  [['drop-key', ...by], 'Name the key'],
  [['new-file'], 'Name the file'],
  [['show', ...by], 'Unknown command'],
])('%j is no use of the command', async (args, said) => {
  expect(await office.run(args)).toEqual({ code: 2, said: expect.stringContaining(said) });
});

test('only an administrator exports or erases', async () => {
  await office.submitted();
  const { code, said } = await office.run(['export', ...phone, '--reason', 'x', '--by', applicant.sub]);
  expect([code, said]).toEqual([1, expect.stringContaining('is no administrator')]);
});
