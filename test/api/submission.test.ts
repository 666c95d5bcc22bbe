import { dateInShanghai } from '../../domain/civilDate';
import { application, contact } from '../world/applications';
import { applicant, official } from '../world/people';
import { type House, openHouse } from './house';
import { begin, submitDraft } from './way';
import { faults, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const cases = async () =>
  (await house.database.db.selectFrom('case_file').select('case_id').execute()).length;

describe('a submission', () => {
  it('makes a case of a draft, whose first work item is open at once', async () => {
    const draft = await begin(house);
    const { status, headers, body } = await submitDraft(house, draft);
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(body.href);
    expect(headers.get('etag')).toBe(`"${body.seq}"`);
    expect(body).toMatchObject({
      stage: 'acceptance',
      outcome: null,
      receivedOn: dateInShanghai(house.time.now),
      application: application(),
      itinerary: { planVersion: 'xiacheng@1' },
    });
    expect(body.workItems).toEqual([
      expect.objectContaining({
        step: 'accept',
        status: 'open',
        unit: expect.objectContaining({ id: 'shiqiao' }),
      }),
    ]);
    expect(body.workItems[0].deadline).toMatchObject({ startsOn: '2026-09-28', due: '2026-10-10', limit: 5 });
    expect((await house.call(applicant, 'GET', body.href)).body).toEqual(body);
  });

  it('numbers cases without gaps, whatever was refused between them', async () => {
    const numberOf = (caseId: string) => Number(caseId.split('-')[2]);
    const before = numberOf((await submitDraft(house, await begin(house))).body.caseId);
    expect((await submitDraft(house, await begin(house, {}))).status).toBe(422);
    const after = numberOf((await submitDraft(house, await begin(house))).body.caseId);
    expect(after).toBe(before + 1);
  });

  it('names everything that an unfinished draft leaves open, with pointers into the draft', async () => {
    const before = await cases();
    const { institution, contact: reach } = application();
    const draft = await begin(house, {
      institution: { ...institution, name: '' },
      contact: { ...reach, email: 'nowhere', phone: '12' },
    });
    const refused = await submitDraft(house, draft);
    expect(told(refused)).toEqual([422, 'invalidContent']);
    expect(new Set(faults(refused).map((fault) => fault.split(' ')[0]))).toEqual(
      new Set([
        '/application/facts',
        '/application/institution/name',
        '/application/contact/email',
        '/application/contact/phone',
      ]),
    );
    expect(await cases()).toBe(before);
  });

  it('names what the plan does not take, and can be mended and submitted then', async () => {
    const draft = await begin(house, application({ places: 31 }));
    const refused = await submitDraft(house, draft);
    expect(told(refused)).toEqual([422, 'cannotBePlanned']);
    expect(faults(refused)).toEqual(['/application/facts/places classesDoNotAddUp']);
    const mended = await house.call(applicant, 'PUT', `/api/v1/applications/${draft.body.id}`, {
      body: { application: application() },
      headers: { 'if-match': draft.headers.get('etag') ?? '' },
    });
    expect((await submitDraft(house, mended)).status).toBe(201);
  });

  it('submits the version that its sender saw, and no other', async () => {
    const draft = await begin(house);
    expect(told(await submitDraft(house, draft, { 'if-match': '"7"' }))).toEqual([412, 'versionMismatch']);
    expect(told(await submitDraft(house, draft, { 'if-match': '' }))).toEqual([428, 'ifMatchMissing']);
    expect((await submitDraft(house, draft)).status).toBe(201);
  });

  it('checks the check character of a unified social credit code', async () => {
    const existing = (unifiedCode: string) =>
      application({ existingRegistration: { unifiedCode, changes: true } });
    const refused = await submitDraft(house, await begin(house, existing('52330103MA9000003X')));
    expect(faults(refused)).toEqual([
      '/application/facts/existingRegistration/unifiedCode invalidUnifiedCode',
    ]);
    expect((await submitDraft(house, await begin(house, existing('52330103MA9000003R')))).status).toBe(201);
  });

  it('is told to the applicant by a mail that is owed with the case', async () => {
    const { caseId } = (await submitDraft(house, await begin(house))).body;
    const owed = await house.database.db
      .selectFrom('notice')
      .selectAll()
      .where('case_id', '=', caseId)
      .execute();
    expect(owed).toEqual([expect.objectContaining({ recipient: contact.email, status: 'queued' })]);
  });
});

describe('the words of a refusal', () => {
  const refusedIn = async (language?: string) => {
    const path = `/api/v1/cases/nothing`;
    const headers: Record<string, string> = language === undefined ? {} : { 'accept-language': language };
    return house.call(official('shiqiao', 'intakeClerk'), 'GET', path, { headers });
  };

  it.each([
    ['zh-CN', '没有这个办件', 'zh-CN,zh;q=0.9,en;q=0.8'],
    ['zh-CN', '没有这个办件', undefined],
    ['zh-CN', '没有这个办件', 'fr'],
    ['zh-CN', '没有这个办件', '*'],
    ['en', 'There is no such case', 'en-GB,en;q=0.9,zh;q=0.1'],
    ['en', 'There is no such case', 'en'],
  ])('are %s, “%s”, to who asks for %s', async (tag, title, language) => {
    const { headers, body } = await refusedIn(language);
    expect(body.title).toBe(title);
    expect(headers.get('content-language')).toBe(tag);
    expect(headers.get('vary')).toMatch(/accept-language/i);
  });

  it('are in one language down to each field, and stand beside codes that never change', async () => {
    const draft = await begin(house, { ...application(), contact: { ...contact, email: 'nowhere' } });
    const zh = await submitDraft(house, draft);
    const en = await submitDraft(house, draft, { 'accept-language': 'en' });
    expect(zh.body.errors[0].message).toBe('须为有效的电子邮箱');
    expect(en.body.errors[0].message).toBe('write an e-mail address');
    expect(faults(zh)).toEqual(faults(en));
    expect(zh.body.type).toBe(`${house.publicUrl}/problems/invalidContent`);
    expect(en.body.type).toBe(zh.body.type);
  });

  it('carry the number of the request, which its header says too', async () => {
    const { headers, body } = await refusedIn();
    expect(body.requestId).toBe(headers.get('x-request-id'));
    expect(body.instance).toBe('/api/v1/cases/nothing');
  });
});
