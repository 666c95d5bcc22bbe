import { sql } from 'kysely';
import { application } from '../world/applications';
import { applicant, official, ORGANISATION } from '../world/people';
import { takeOverEntry } from '../world/takeOvers';
import { until } from '../world/until';
import { type House, openHouse } from './house';
import { formOf, lease, material, paperOn } from './uploading';
import { actOn, advance, apply, begin, complaintOf, conduct, fileOf, openItem, submitDraft } from './way';
import { type Answered, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const accept = { act: 'accept' };
const key = (value: string) => ({ 'idempotency-key': value });
const fresh = async () => openItem(await fileOf(house, await apply(house)), 'accept');
const replayed = ({ headers }: Answered) => headers.get('idempotency-replayed');
const caseOf = (id: string) => id.split('.')[0]!;
const seqOf = async (id: string) => (await fileOf(house, caseOf(id))).seq;

describe('the key of an act', () => {
  it('is asked for by every POST that changes something', async () => {
    const item = await fresh();
    const draft = await begin(house);
    const file = await lease();
    const paper = await paperOn(house, `/applications/${draft.body.id}`, file);
    const scanned = formOf({ material, files: [file] });
    const filled: Readonly<Record<string, [string, unknown, typeof applicant | null]>> = {
      '/applications': ['/applications', { application: {} }, applicant],
      '/applications/{id}/submission': [`/applications/${draft.body.id}/submission`, {}, applicant],
      '/cases': [
        '/cases',
        { application: application(), organisation: ORGANISATION, receivedOn: '2026-09-28' },
        clerk,
      ],
      '/takeovers': ['/takeovers', takeOverEntry(1), official('health', 'filingOfficer')],
      '/cases/{caseId}/acts': [`/cases/${caseOf(item.id)}/acts`, { act: 'withdraw' }, applicant],
      '/cases/{caseId}/changes': [`/cases/${caseOf(item.id)}/changes`, { what: ['name'] }, applicant],
      '/cases/{caseId}/support': [
        `/cases/${caseOf(item.id)}/support`,
        { measure: 'rent', statement: '符合条件' },
        applicant,
      ],
      '/sites/{no}/construction': [
        '/sites/1/construction',
        { subdistrict: 'tianshui', ownership: 'nonProfit' },
        official('health', 'coordinator'),
      ],
      '/cases/{caseId}/papers': [`/cases/${caseOf(item.id)}/papers`, scanned, applicant],
      '/applications/{id}/papers': [`/applications/${draft.body.id}/papers`, scanned, applicant],
      '/papers/{id}/replacement': [`/papers/${paper.id}/replacement`, scanned, applicant],
      '/work-items/{id}/photographs': [`/work-items/${item.id}/photographs`, scanned, applicant],
      '/complaints': ['/complaints', complaintOf('XCTY-C-2026-000001'), null],
      '/me/sessions/end': ['/me/sessions/end', undefined, applicant],
      '/work-items/{id}/acts': [`/work-items/${item.id}/acts`, accept, clerk],
    };
    const asking = house.routes.filter(({ method, changes }) => method === 'post' && changes);
    expect(asking.map(({ path }) => path).sort()).toEqual(Object.keys(filled).sort());
    for (const { path } of asking) {
      const [address, body, who] = filled[path]!;
      const answered = await house.call(who, 'POST', `/api/v1${address}`, {
        body,
        headers: { 'if-match': '"1"' },
      });
      expect([path, ...told(answered)]).toEqual([path, 400, 'idempotencyKeyMissing']);
    }
  });

  it.each([
    ['of nothing but spaces', '   ', 'idempotencyKeyMissing'],
    ['with a space in it', 'a b', 'malformedRequest'],
    ['with a letter beyond ASCII', 'é', 'malformedRequest'],
    ['of 201 characters', 'k'.repeat(201), 'malformedRequest'],
  ])('is refused where it is one %s', async (_, value, code) => {
    expect(told(await actOn(house, await fresh(), accept, clerk, key(value)))).toEqual([400, code]);
  });

  it('may have 200 characters', async () => {
    expect((await actOn(house, await fresh(), accept, clerk, key('k'.repeat(200)))).status).toBe(200);
  });

  it('gets the same answer again for the same request, whatever has happened since', async () => {
    const item = await fresh();
    const first = await actOn(house, item, accept, clerk, key('again'));
    expect([first.status, replayed(first)]).toEqual([200, null]);
    const { seq } = await conduct(house, caseOf(item.id));
    const second = await actOn(house, item, accept, clerk, key('again'));
    expect([second.status, replayed(second)]).toEqual([200, 'true']);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await seqOf(item.id)).toBe(seq);
  });

  it('makes one draft and one case of one submission, however often it is sent', async () => {
    const begun = await Promise.all(
      [1, 2, 3].map(() =>
        house.call(applicant, 'POST', '/api/v1/applications', {
          body: { application: application() },
          headers: key('one-draft'),
        }),
      ),
    );
    const [draft] = begun.filter(({ status }) => status === 201);
    for (const answered of begun)
      expect([draft?.body.id, 'requestInFlight']).toContain(answered.body.id ?? answered.body.code);
    const first = await submitDraft(house, draft!, key('one-case'));
    const second = await submitDraft(house, draft!, key('one-case'));
    expect([second.status, replayed(second)]).toEqual([201, 'true']);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  it('belongs to one request: another body or another address under it is refused', async () => {
    const [one, other] = [await fresh(), await fresh()];
    await actOn(house, one, accept, clerk, key('used'));
    const declined = { act: 'decline', reason: '不属于本区' };
    expect(told(await actOn(house, one, declined, clerk, key('used')))).toEqual([422, 'keyReused']);
    expect(told(await actOn(house, other, accept, clerk, key('used')))).toEqual([422, 'keyReused']);
    expect((await fileOf(house, caseOf(other.id))).dates.acceptance).toBeNull();
  });

  it('knows the same body again however it is written', async () => {
    const item = await fresh();
    const body = { act: 'decline', reason: '不属于本区' };
    await actOn(house, item, body, clerk, key('spelt'));
    const spelt = '{ "reason": "\\u4e0d\\u5c5e\\u4e8e\\u672c\\u533a",\n "act": "decline" }';
    expect(replayed(await actOn(house, item, spelt, clerk, key('spelt')))).toBe('true');
  });

  it('is each person’s own: two may use the same one', async () => {
    const file = await advance(house, await apply(house), 'review');
    const [fire, health] = ['fire', 'health'].map((unit) => official(unit, 'reviewer'));
    const agree = { act: 'signOff', opinion: 'agree' };
    for (const who of [fire!, health!]) {
      const item = file.items[`${file.caseId}.1.review-${who.unit}`]!;
      const answered = await actOn(house, item, agree, who, key('shared'));
      expect([answered.status, replayed(answered)]).toEqual([200, null]);
    }
  });

  it('is not used up by an act that was refused', async () => {
    const item = await fresh();
    const refused = await actOn(house, { ...item, version: 1 }, accept, clerk, key('mended'));
    expect(told(refused)).toEqual([412, 'versionMismatch']);
    const mended = await actOn(house, item, accept, clerk, key('mended'));
    expect([mended.status, replayed(mended)]).toEqual([200, null]);
  });
});

describe('the same request, sent again while it is being handled', () => {
  it('is told to come back, and gets the first one’s answer then', async () => {
    const item = await fresh();
    const free = await holding(caseOf(item.id));
    const first = actOn(house, item, accept, clerk, key('flying'));
    await until('the first request to hold its key', async () => ((await advisoryLocks()) > 0 ? true : null));
    const second = await actOn(house, item, accept, clerk, key('flying'));
    expect(told(second)).toEqual([409, 'requestInFlight']);
    expect(second.headers.get('retry-after')).toBe('1');
    await free();
    const { status, body } = await first;
    expect(status).toBe(200);
    const third = await actOn(house, item, accept, clerk, key('flying'));
    expect(third.body).toEqual(body);
    expect(replayed(third)).toBe('true');
  });

  it('is done once, however many come at the same time', async () => {
    const item = await fresh();
    const before = await seqOf(item.id);
    const all = await Promise.all(
      Array.from({ length: 8 }, () => actOn(house, item, accept, clerk, key('crowd'))),
    );
    const done = all.filter(({ status }) => status === 200);
    expect(done.filter((answered) => replayed(answered) === null)).toHaveLength(1);
    for (const { body } of done) expect(body).toEqual(done[0]?.body);
    expect(all.filter(({ status }) => status !== 200).map(told)).toEqual(
      Array<unknown>(all.length - done.length).fill([409, 'requestInFlight']),
    );
    expect(await seqOf(item.id)).toBe(before + 1);
  });

  /** Holds a case's row, so that an act on it must wait. @returns what lets go of it */
  async function holding(caseId: string): Promise<() => Promise<void>> {
    const client = await house.database.pool.connect();
    await client.query('begin');
    await client.query('select 1 from case_file where case_id = $1 for update', [caseId]);
    return async () => {
      await client.query('rollback');
      client.release();
    };
  }

  async function advisoryLocks(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_locks join pg_database on pg_database.oid = database
       where locktype = 'advisory' and datname = current_database()`.execute(house.database.db);
    return rows[0]?.count ?? 0;
  }
});
