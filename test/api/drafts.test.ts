import { application } from '../world/applications';
import { applicant, official } from '../world/people';
import { type House, openHouse, stranger } from './house';
import { begin, newKey, submitDraft } from './way';
import { type Answered, faults, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const DRAFTS = '/api/v1/applications';
const tag = (draft: Answered) => ({ 'if-match': draft.headers.get('etag') ?? '' });
const save = (draft: Answered, content: unknown, headers: Record<string, string> = tag(draft)) =>
  house.call(applicant, 'PUT', `${DRAFTS}/${draft.body.id}`, { body: { application: content }, headers });
const discard = (draft: Answered, who = applicant, headers: Record<string, string> = tag(draft)) =>
  house.call(who, 'DELETE', `${DRAFTS}/${draft.body.id}`, { headers });
const read = (draft: Answered, who = applicant) => house.call(who, 'GET', `${DRAFTS}/${draft.body.id}`);

describe('a draft', () => {
  it('may be begun with nothing in it', async () => {
    const draft = await begin(house, {});
    expect(draft.status).toBe(201);
    expect(draft.headers.get('location')).toBe(`${DRAFTS}/${draft.body.id}`);
    expect(draft.body).toMatchObject({ version: 1, application: {}, caseId: null });
    expect((await read(draft)).body).toEqual(draft.body);
  });

  it('is changed under the version that its writer saw, and has a new one then', async () => {
    const draft = await begin(house, {});
    house.time.now = new Date('2026-09-28T03:00:00.000Z');
    const saved = await save(draft, { institution: { name: '新名' } });
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"2"']);
    expect(saved.body).toMatchObject({
      application: { institution: { name: '新名' } },
      createdAt: draft.body.createdAt,
      updatedAt: '2026-09-28T03:00:00.000Z',
    });
    expect((await read(draft)).body).toEqual(saved.body);
  });

  it('is not overwritten by who saw an older version, and says which is there since when', async () => {
    const draft = await begin(house, {});
    const saved = await save(draft, { institution: { name: '先' } });
    const late = await save(draft, { institution: { name: '后' } });
    expect(told(late)).toEqual([412, 'versionMismatch']);
    expect(late.headers.get('etag')).toBe('"2"');
    expect(late.body.detail).toContain(`草稿已于 ${saved.body.updatedAt} 保存为第 2 版。`);
    expect((await read(draft)).body.application.institution.name).toBe('先');
  });

  it('is neither changed nor discarded by who does not say what they saw', async () => {
    const draft = await begin(house);
    expect(told(await save(draft, {}, {}))).toEqual([428, 'ifMatchMissing']);
    expect(told(await discard(draft, applicant, {}))).toEqual([428, 'ifMatchMissing']);
    expect((await read(draft)).body.version).toBe(1);
  });

  it('takes unfinished words, but no field that there is not and none that cannot be kept', async () => {
    const refused = await begin(house, {
      facts: { places: -1, colour: 'red' },
      institution: { name: 'a\u0000b', address: '\ud800' },
    });
    expect(told(refused)).toEqual([422, 'invalidContent']);
    expect(faults(refused).sort()).toEqual([
      '/application/facts/colour unknownField',
      '/application/facts/places tooSmall',
      '/application/institution/address notText',
      '/application/institution/name invalidFormat',
    ]);
  });

  it('is discarded for good', async () => {
    const draft = await begin(house);
    const discarded = await discard(draft);
    expect(discarded.status).toBe(200);
    expect(discarded.body).toEqual(draft.body);
    expect(told(await read(draft))).toEqual([404, 'draftNotFound']);
    expect(told(await discard(draft))).toEqual([404, 'draftNotFound']);
    expect(told(await submitDraft(house, draft))).toEqual([404, 'draftNotFound']);
  });

  it('that was changed meanwhile is not discarded', async () => {
    const draft = await begin(house);
    await save(draft, {});
    expect(told(await discard(draft))).toEqual([412, 'versionMismatch']);
    expect((await read(draft)).status).toBe(200);
  });

  it('stays once it is submitted, and can be neither changed nor discarded', async () => {
    const draft = await begin(house);
    const { caseId } = (await submitDraft(house, draft)).body;
    for (const refused of [await save(draft, {}), await discard(draft), await submitDraft(house, draft)]) {
      expect(told(refused)).toEqual([409, 'alreadySubmitted']);
      expect(refused.headers.get('location')).toBe(`/api/v1/cases/${caseId}`);
    }
    expect((await read(draft)).body.caseId).toBe(caseId);
  });

  it('is unknown to everybody but its own organisation', async () => {
    const draft = await begin(house);
    expect(told(await read(draft, stranger))).toEqual([404, 'draftNotFound']);
    expect(told(await discard(draft, stranger))).toEqual([404, 'draftNotFound']);
    expect(told(await read(draft, official('shiqiao', 'intakeClerk')))).toEqual([403, 'roleMissing']);
    const { body } = await house.call(stranger, 'GET', DRAFTS);
    expect(body.entries).toEqual([]);
  });

  it('is listed with the others of its organisation, the last begun first', async () => {
    house.time.now = new Date('2026-09-29T01:00:00.000Z');
    const one = await begin(house, { institution: { name: '一' } });
    house.time.now = new Date('2026-09-29T02:00:00.000Z');
    const two = await begin(house, { institution: { name: '二' } });
    const { body } = await house.call(applicant, 'GET', `${DRAFTS}?limit=2`);
    expect(body.entries).toEqual([two.body, one.body]);
    expect(body.next).not.toBeNull();
  });

  it('needs an organisation for which its writer acts', async () => {
    const lone = official('shiqiao', 'applicant');
    const body = { application: application() };
    const refused = await house.call(lone, 'POST', DRAFTS, { body, headers: newKey() });
    expect(told(refused)).toEqual([403, 'notYourCase']);
  });
});
