import { sql } from 'kysely';
import type { Holdings } from '../../infra/personal/holdings';
import { erasePapers } from '../../infra/papers/erasure';
import { scanOnce } from '../../infra/papers/scanning';
import { asOwner } from '../../infra/db/owner';
import { builtInScanner } from '../../infra/scanner/builtIn';
import { lease, listed, newDraft, paperOn, replacement, scanAll, stored } from '../api/uploading';
import { begin, newKey } from '../api/way';
import { pdf } from '../papers/files';
import { applicant } from '../world/people';
import { dump } from './dump';
import { type Office, openOffice, phone, why } from './office';
import { planted, plantedApplication } from './planted';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

const year = { retentionDays: 365 };
/** A file that its sender named after a person. */
const named = async () => ({ name: `${planted.person}身份证.pdf`, bytes: await pdf() });
const get = (path: string) => office.house.call(applicant, 'GET', `/api/v1${path}`);
const erase = (options = {}) => office.run(['erase', ...phone, ...why, '--confirm'], { ...year, ...options });

/** A withdrawn case of the planted person's, past its retention, with a paper and the one that replaced it. */
async function closedCase() {
  const { house } = office;
  const caseId = await office.submitted();
  const first = await paperOn(house, `/cases/${caseId}`, await named());
  await replacement(house, first, { ...(await lease()), name: `${planted.person}.pdf` });
  await scanAll(house);
  const { etag } = (await get(`/cases/${caseId}`)).body.allowed[0];
  await house.call(applicant, 'POST', `/api/v1/cases/${caseId}/acts`, {
    body: { act: 'withdraw' },
    headers: { ...newKey(), 'if-match': etag },
  });
  await sql`update notice set status = 'sent'`.execute(house.database.db);
  house.time.now = new Date(Date.UTC(2028, 8, 28, 2));
  return { caseId, first };
}

describe('an export', () => {
  it('tells of each paper that a person handed in, on a draft or a case, and of the letters of the case', async () => {
    const { house } = office;
    const caseId = await office.submitted();
    const onCase = await paperOn(house, `/cases/${caseId}`, await named());
    const draft = (await begin(house, plantedApplication())).body.id as string;
    const onDraft = await paperOn(house, `/applications/${draft}`, await named());
    const held = JSON.parse((await office.run(['export', ...phone, ...why])).said) as Holdings;
    const shown = { fileName: `${planted.person}身份证.pdf`, material: 'premisesRight', version: 1 };
    expect(held.applications).toMatchObject([
      { caseId, papers: [{ ...shown, id: onCase.id, state: 'received' }], letters: [] },
    ]);
    const papers = new Map(held.drafts.map(({ id, papers: of }) => [id, of]));
    expect(papers.get(draft)).toMatchObject([{ ...shown, id: onDraft.id }]);
    expect((await get('/me/personal-data')).body.applications).toEqual(held.applications);
  });
});

describe('an erasure', () => {
  it('takes the papers of a case with their names and what they held, and leaves that they were there', async () => {
    const { house } = office;
    const { caseId, first } = await closedCase();
    const other = await paperOn(house, await newDraft(house), await lease());
    const shared = (await stored(house)).filter((sha256) => sha256 === other.sha256);
    expect((await stored(house)).length).toBeGreaterThan(shared.length);

    expect((await erase()).said).toContain(`case ${caseId}  已清除 erased`);

    const paper = { id: first.id, fileName: 'erased', state: 'erased', content: null, sha256: first.sha256 };
    expect((await get(`/papers/${first.id}`)).body).toMatchObject(paper);
    expect((await get(`/papers/${first.id}/content`)).body.code).toBe('paperErased');
    expect(await listed(house, `/cases/${caseId}`)).toMatchObject({
      handedIn: 'no',
      papers: [{ fileName: 'erased', state: 'erased', version: 2, earlier: [paper] }],
    });
    // What somebody else handed in with the same bytes stays theirs.
    expect(await stored(house)).toEqual(shared);
    const tables = await dump(house.database.url);
    for (const table of ['paper', 'idempotency_key'])
      expect([table, tables.get(table)]).toEqual([table, expect.not.stringContaining(planted.person)]);
  });

  it('takes the papers of a draft', async () => {
    const { house } = office;
    const draft = (await begin(house, plantedApplication())).body.id as string;
    const { id } = await paperOn(house, `/applications/${draft}`, await named());
    expect((await erase()).said).toContain(`draft ${draft}  已清除 erased`);
    expect((await get(`/papers/${id}`)).body).toMatchObject({ fileName: 'erased', state: 'erased' });
    expect(await listed(house, `/applications/${draft}`)).toMatchObject({ handedIn: 'no', open: true });
    expect(await stored(house)).toEqual([]);
  });

  it('says where the storage did not let go of what papers held, which the sweep then takes', async () => {
    const { caseId } = await closedCase();
    const { storage } = office.house.services.papers;
    const broken = { ...storage, delete: () => Promise.reject(new Error('read-only')) };
    expect(await erase({ storage: broken })).toEqual({
      code: 1,
      said: expect.stringContaining(`case ${caseId}  已清除；文件内容未能删除`),
    });
    expect(await stored(office.house)).not.toEqual([]);
    expect((await get(`/cases/${caseId}/papers`)).text).not.toContain(planted.person);
  });

  it('is not undone by a scanner that had begun to look', async () => {
    const { house } = office;
    const draft = (await begin(house, plantedApplication())).body.id as string;
    const { id } = await paperOn(house, `/applications/${draft}`, await named());
    const parts = { db: house.database.db, storage: house.services.papers.storage };
    const scan = async () => {
      await asOwner(house.database.url, (db) =>
        db.transaction().execute((tx) => erasePapers(tx, { draftId: draft })),
      );
      return { state: 'clean' as const };
    };
    expect(await scanOnce({ ...parts, scanner: { ...builtInScanner, scan } }, () => undefined)).toBe(1);
    expect((await get(`/papers/${id}`)).body).toMatchObject({ state: 'erased', content: null });
  });
});
