import pg from 'pg';
import type { MaterialPapers } from '../../api/contracts/paper';
import type { Actor } from '../../domain/actor';
import { pdf, type SampleFile } from '../papers/files';
import { applicant } from '../world/people';
import { type House, openHouse, stranger } from './house';
import {
  lease,
  listed,
  material,
  newCase,
  newDraft,
  paperOn,
  replacement,
  scanAll,
  upload,
} from './uploading';
import { begin, newKey } from './way';

let house: House;
let file: SampleFile;
beforeAll(async () => {
  house = await openHouse();
  file = await lease();
});
afterAll(() => house.close());

const get = (path: string, who: Actor | null = applicant) => house.call(who, 'GET', `/api/v1${path}`);

describe('the checklist', () => {
  it('says what a draft owes as far as it is filled in', async () => {
    const { body } = await begin(house, {});
    const open = (await get(`/applications/${body.id}/papers`)).body;
    const materials = open.materials as MaterialPapers[];
    const due = Object.fromEntries(materials.map((each) => [each.material, each.due]));
    expect(due).toMatchObject({ premisesRight: true, floorPlan: null, servicePlan: null });
    expect(open.takes).toEqual({ formats: ['PDF', 'JPEG', 'PNG'], fileBytes: 20_971_520, filesAtOnce: 10 });
    const filled = await newDraft(house);
    expect(await listed(house, filled, 'floorPlan')).toMatchObject({
      due: true,
      open: true,
      handedIn: 'no',
      papers: [],
    });
    expect(await listed(house, filled, 'servicePlan')).toMatchObject({ due: false, open: false });
  });

  it('shows what is there, page after page as they came', async () => {
    const draft = await newDraft(house);
    const pages = await Promise.all(
      ['一', '二', '三'].map(async (page) => ({ name: `${page}.pdf`, bytes: await pdf(page) })),
    );
    await upload(house, applicant, `${draft}/papers`, { material, files: pages });
    const { handedIn, papers } = await listed(house, draft);
    expect(handedIn).toBe('uploaded');
    expect((papers as { fileName: string }[]).map(({ fileName }) => fileName)).toEqual([
      '一.pdf',
      '二.pdf',
      '三.pdf',
    ]);
  });
});

describe('a paper that is replaced', () => {
  it('keeps its history: every version can still be read', async () => {
    const draft = await newDraft(house);
    const first = await paperOn(house, draft, file);
    const files = await Promise.all(
      ['第二版', '第三版'].map(async (line) => ({ name: `${line}.pdf`, bytes: await pdf(line) })),
    );
    const second = await replacement(house, first, files[0]!);
    expect([second.status, second.headers.get('etag')]).toEqual([201, '"2"']);
    expect(second.headers.get('location')).toBe(`/api/v1/papers/${second.body.id}`);
    const third = await replacement(house, second.body, files[1]!);
    await scanAll(house);
    const { papers } = await listed(house, draft);
    expect(papers).toEqual([
      expect.objectContaining({
        id: third.body.id,
        version: 3,
        earlier: [
          expect.objectContaining({ id: second.body.id, version: 2, replacedBy: third.body.id }),
          expect.objectContaining({
            id: first.id,
            version: 1,
            replacedBy: second.body.id,
            fileName: file.name,
          }),
        ],
      }),
    ]);
    const old = await get(`/papers/${first.id}/content`);
    expect(old.bytes.equals(file.bytes)).toBe(true);
  });

  it('is replaced by one of two who saw the same, and the other is told', async () => {
    const paper = await paperOn(house, await newDraft(house), file);
    const answers = await Promise.all([replacement(house, paper, file), replacement(house, paper, file)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const won = answers.find(({ status }) => status === 201);
    const lost = answers.find(({ status }) => status === 412);
    expect(lost?.body.code).toBe('versionMismatch');
    expect(lost?.headers.get('location')).toBe(`/api/v1/papers/${won?.body.id}`);
    const again = await replacement(house, { ...paper, version: 2 }, file);
    expect([again.status, again.body.code]).toEqual([409, 'paperReplaced']);
  });

  it('is replaced once for a key', async () => {
    const paper = await paperOn(house, await newDraft(house), file);
    const headers = newKey();
    const first = await replacement(house, paper, file, { headers });
    const again = await replacement(house, paper, file, { headers });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  it('is not replaced by who saw nothing, by two files, nor by another organisation', async () => {
    const paper = await paperOn(house, await newDraft(house), file);
    const blind = await upload(house, applicant, `/papers/${paper.id}/replacement`, { files: [file] });
    expect([blind.status, blind.body.code]).toEqual([428, 'ifMatchMissing']);
    const two = await upload(house, applicant, `/papers/${paper.id}/replacement`, {
      files: [file, file],
      headers: { 'if-match': '"1"' },
    });
    expect(two.status).toBe(400);
    expect((await replacement(house, paper, file, { who: stranger })).status).toBe(404);
    const named = await upload(house, applicant, `/papers/${paper.id}/replacement`, {
      material: 'floorPlan',
      files: [file],
      headers: { 'if-match': '"1"' },
    });
    expect([named.status, named.body.errors?.[0].pointer]).toEqual([422, '/material']);
  });
});

describe('a draft that is discarded', () => {
  it('takes its papers along, replaced ones too', async () => {
    const draft = await newDraft(house);
    const paper = await paperOn(house, draft, file);
    await replacement(house, paper, file);
    const headers = { 'if-match': '"1"' };
    expect((await house.call(applicant, 'DELETE', `/api/v1${draft}`, { headers })).status).toBe(200);
    expect((await get(`/papers/${paper.id}`)).status).toBe(404);
  });
});

describe('the database keeps papers from being rewritten', () => {
  beforeAll(async () => {
    await paperOn(house, await newCase(house), file);
  });

  it.each([
    "update paper set sha256 = repeat('0', 64)",
    "update paper set file_name = 'other'",
    'update paper set material = material',
    'update paper set version = version + 1',
    "update paper set uploaded_by = 'nobody'",
    'delete from paper',
  ])('%s: not permitted', async (statement) => {
    await expect(house.database.pool.query(statement)).rejects.toThrow('permission denied');
  });

  it.each(['update paper set case_id = null', 'update paper set replaced_by = null'])(
    '%s: what is set stays',
    async (statement) => {
      await expect(house.database.pool.query(statement)).rejects.toThrow('a paper keeps its case');
    },
  );

  it('lets nobody delete a paper of a case; what was never submitted goes with its draft', async () => {
    const owner = new pg.Client({ connectionString: house.database.url });
    await owner.connect();
    const draft = await newDraft(house);
    const paper = await paperOn(house, draft, file);
    await replacement(house, paper, file);
    await expect(owner.query('delete from paper')).rejects.toThrow('never deleted');
    await owner.query('delete from draft where id = $1', [draft.split('/').at(-1)]);
    expect((await get(`/papers/${paper.id}`)).status).toBe(404);
    await owner.end();
  });
});
