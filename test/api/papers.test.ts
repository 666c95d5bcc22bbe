import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { APPLICANT } from '../../domain/itinerary';
import type { Actor } from '../../domain/actor';
import { pdf, image, type SampleFile } from '../papers/files';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { scanAll, upload } from './uploading';
import { advance, apply, begin, newKey, submitDraft } from './way';
import type { Answered, Body } from './wire';

let house: House;
let lease: SampleFile;
beforeAll(async () => {
  house = await openHouse();
  lease = { name: '租赁合同.pdf', bytes: await pdf() };
});
afterAll(() => house.close());

const clerk = official('shiqiao', 'intakeClerk');
const material = 'premisesRight';

const get = (path: string, who: Actor | null = applicant) => house.call(who, 'GET', `/api/v1${path}`);

/** A paper on a draft or a case, as it was answered. */
async function paperOn(place: string, file = lease, who = applicant): Promise<Body> {
  const { status, text, body } = await upload(house, who, place, { material, files: [file] });
  if (status !== 201) throw new Error(`Not uploaded: ${text}`);
  return body.papers[0];
}

async function newDraft(): Promise<string> {
  return `/applications/${(await begin(house)).body.id}`;
}

async function newCase(): Promise<string> {
  return `/cases/${await apply(house)}`;
}

async function listed(place: string, id = material, who = applicant): Promise<Body> {
  const { body } = await get(`${place}/papers`, who);
  return body.materials.find((each: Body) => each.material === id);
}

function replacement(
  paper: Body,
  file: SampleFile,
  headers: Record<string, string> = {},
  who = applicant,
): Promise<Answered> {
  return upload(house, who, `/papers/${paper.id}/replacement`, {
    files: [file],
    headers: { 'if-match': `"${paper.version}"`, ...headers },
  });
}

describe('a paper is handed out', () => {
  it('not before it is found clean', async () => {
    const paper = await paperOn(`${await newDraft()}/papers`);
    const early = await get(`/papers/${paper.id}/content`);
    expect([early.status, early.body.code, early.headers.get('retry-after')]).toEqual([
      409,
      'paperNotScanned',
      '2',
    ]);
    await scanAll(house);
    const { body } = await get(`/papers/${paper.id}`);
    expect(body).toMatchObject({ state: 'clean', content: `/api/v1/papers/${paper.id}/content` });
    expect((await house.call(applicant, 'GET', body.content)).bytes.equals(lease.bytes)).toBe(true);
  });

  it('as an attachment that no browser opens or keeps, under its own name and right extension', async () => {
    const photo = { name: '场地 "A" 平面图.exe', bytes: await image('png') };
    const paper = await paperOn(`${await newDraft()}/papers`, photo);
    await scanAll(house);
    const { headers } = await get(`/papers/${paper.id}/content`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(photo.bytes.length),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(/^attachment; filename=".*"; filename\*=UTF-8''/),
    });
    const name = /filename\*=UTF-8''(\S+)$/.exec(headers.get('content-disposition') ?? '')?.[1] ?? '';
    expect(decodeURIComponent(name)).toBe('场地 "A" 平面图.png');
  });

  it('by its headers alone where they alone are asked for', async () => {
    const paper = await paperOn(`${await newDraft()}/papers`);
    await scanAll(house);
    const { status, headers, text } = await house.call(
      applicant,
      'HEAD',
      `/api/v1/papers/${paper.id}/content`,
    );
    expect([status, headers.get('content-length'), text]).toEqual([200, String(lease.bytes.length), '']);
  });

  it('whole or not at all: altered content breaks the connection', async () => {
    const file = { name: 'a.pdf', bytes: await pdf('会被改动', 200) };
    const paper = await paperOn(`${await newDraft()}/papers`, file);
    await scanAll(house);
    const altered = Buffer.from(file.bytes).fill('x', 100, 200);
    writeFileSync(join(house.folder, 'papers', paper.sha256.slice(0, 2), paper.sha256), altered);
    const token = await house.issuer.token(applicant.sub);
    const ended = await new Promise<string>((resolve) => {
      request(`${house.address}/api/v1/papers/${paper.id}/content`, {
        headers: { authorization: `Bearer ${token}` },
      })
        .on('response', (response) => {
          response.resume();
          response.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
          response.once('end', () => resolve('end'));
        })
        .end();
    });
    expect(ended).toBe('ECONNRESET');
  });

  it('nothing is said of an id that no paper has', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'not-an-id']) {
      const { status } = await get(`/papers/${id}/content`);
      expect(status).toBe(404);
    }
  });
});

describe('who may read papers', () => {
  it("a draft's: its own organisation and nobody else, who learns not even that it is there", async () => {
    const draft = await newDraft();
    const paper = await paperOn(`${draft}/papers`);
    await scanAll(house);
    for (const path of [`/papers/${paper.id}`, `/papers/${paper.id}/content`]) {
      expect((await get(path)).status).toBe(200);
      for (const other of [stranger, official('education', 'reviewer'), administrator]) {
        const { status, body } = await get(path, other);
        expect([status, body.code]).toEqual([404, 'paperNotFound']);
      }
      expect((await get(path, null)).status).toBe(401);
    }
    expect((await get(`${draft}/papers`, stranger)).status).toBe(404);
  });

  it("a case's: its applicant, the units on its way and those who oversee all", async () => {
    const place = await newCase();
    const paper = await paperOn(`${place}/papers`);
    await scanAll(house);
    for (const path of [`${place}/papers`, `/papers/${paper.id}`, `/papers/${paper.id}/content`]) {
      for (const reader of [
        applicant,
        clerk,
        official('shiqiao', 'reviewer'),
        official('fire', 'reviewer'),
        administrator,
      ]) {
        expect([reader.sub, (await get(path, reader)).status]).toEqual([reader.sub, 200]);
      }
      for (const other of [stranger, official('tianshui', 'reviewer')]) {
        const { status, body } = await get(path, other);
        expect([other.sub, status, body.code]).toEqual([other.sub, 403, 'notReadable']);
      }
    }
  });
});

describe('the checklist', () => {
  it('says what a draft owes as far as it is filled in', async () => {
    const { body } = await begin(house, {});
    const open = (await get(`/applications/${body.id}/papers`)).body;
    const due = Object.fromEntries(open.materials.map((each: Body) => [each.material, each.due]));
    expect(due).toMatchObject({ premisesRight: true, floorPlan: null, servicePlan: null });
    expect(open.takes).toEqual({ formats: ['PDF', 'JPEG', 'PNG'], fileBytes: 20_971_520, filesAtOnce: 10 });
    const filled = await newDraft();
    expect(await listed(filled, 'floorPlan')).toMatchObject({
      due: true,
      open: true,
      handedIn: 'no',
      papers: [],
    });
    expect(await listed(filled, 'servicePlan')).toMatchObject({ due: false, open: false });
  });

  it('shows what is there, page after page as they came', async () => {
    const draft = await newDraft();
    const pages = await Promise.all(
      ['一', '二', '三'].map(async (page) => ({ name: `${page}.pdf`, bytes: await pdf(page) })),
    );
    await upload(house, applicant, `${draft}/papers`, { material, files: pages });
    const { handedIn, papers } = await listed(draft);
    expect(handedIn).toBe('uploaded');
    expect(papers.map(({ fileName }: Body) => fileName)).toEqual(['一.pdf', '二.pdf', '三.pdf']);
  });
});

describe('a paper that is replaced', () => {
  it('keeps its history: every version can still be read', async () => {
    const draft = await newDraft();
    const first = await paperOn(`${draft}/papers`);
    const files = await Promise.all(
      ['第二版', '第三版'].map(async (line) => ({ name: `${line}.pdf`, bytes: await pdf(line) })),
    );
    const second = await replacement(first, files[0]!);
    expect([second.status, second.headers.get('etag')]).toEqual([201, '"2"']);
    expect(second.headers.get('location')).toBe(`/api/v1/papers/${second.body.id}`);
    const third = await replacement(second.body, files[1]!);
    await scanAll(house);
    const { papers } = await listed(draft);
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
            fileName: lease.name,
          }),
        ],
      }),
    ]);
    const old = await get(`/papers/${first.id}/content`);
    expect(old.bytes.equals(lease.bytes)).toBe(true);
  });

  it('is replaced by one of two who saw the same, and the other is told', async () => {
    const paper = await paperOn(`${await newDraft()}/papers`);
    const answers = await Promise.all([replacement(paper, lease), replacement(paper, lease)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const won = answers.find(({ status }) => status === 201);
    const lost = answers.find(({ status }) => status === 412);
    expect(lost?.body.code).toBe('versionMismatch');
    expect(lost?.headers.get('location')).toBe(`/api/v1/papers/${won?.body.id}`);
    const again = await replacement({ ...paper, version: 2 }, lease);
    expect([again.status, again.body.code]).toEqual([409, 'paperReplaced']);
  });

  it('is replaced once for a key', async () => {
    const paper = await paperOn(`${await newDraft()}/papers`);
    const headers = newKey();
    const first = await replacement(paper, lease, headers);
    const again = await replacement(paper, lease, headers);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  it('is not replaced by who saw nothing, by two files, nor by another organisation', async () => {
    const paper = await paperOn(`${await newDraft()}/papers`);
    const blind = await upload(house, applicant, `/papers/${paper.id}/replacement`, { files: [lease] });
    expect([blind.status, blind.body.code]).toEqual([428, 'ifMatchMissing']);
    const two = await upload(house, applicant, `/papers/${paper.id}/replacement`, {
      files: [lease, lease],
      headers: { 'if-match': '"1"' },
    });
    expect(two.status).toBe(400);
    expect((await replacement(paper, lease, {}, stranger)).status).toBe(404);
    const named = await upload(house, applicant, `/papers/${paper.id}/replacement`, {
      material: 'floorPlan',
      files: [lease],
      headers: { 'if-match': '"1"' },
    });
    expect([named.status, named.body.errors?.[0].pointer]).toEqual([422, '/material']);
  });
});

describe('a submission takes the papers of its draft along', () => {
  it('and hands in what was uploaded: a tick without a file hands in nothing', async () => {
    const draft = await begin(house);
    const place = `/applications/${draft.body.id}`;
    const paper = await paperOn(`${place}/papers`);
    const saved = await house.call(applicant, 'PUT', `/api/v1${place}`, {
      body: {
        application: {
          ...draft.body.application,
          facts: { ...draft.body.application.facts, materials: ['floorPlan', 'staffList'] },
        },
      },
      headers: { 'if-match': draft.headers.get('etag') ?? '' },
    });
    const submitted = await submitDraft(house, saved);
    expect(submitted.status).toBe(201);
    expect(submitted.body.application.facts.materials).toEqual([material]);
    const handedIn = submitted.body.itinerary.materials.filter((each: Body) => each.handedIn);
    expect(handedIn.map(({ id }: Body) => id)).toEqual([material]);
    const { caseId } = submitted.body;
    expect(await listed(`/cases/${caseId}`, material, clerk)).toMatchObject({
      due: true,
      handedIn: 'uploaded',
      open: true,
      papers: [
        expect.objectContaining({ id: paper.id, uploadedBy: expect.objectContaining({ id: APPLICANT }) }),
      ],
    });
    expect(await listed(`/cases/${caseId}`, 'floorPlan', clerk)).toMatchObject({ handedIn: 'no' });
  });

  it('and then takes papers on the case alone', async () => {
    const draft = await begin(house);
    const paper = await paperOn(`/applications/${draft.body.id}/papers`);
    const { body } = await submitDraft(house, draft);
    const late = await upload(house, applicant, `/applications/${draft.body.id}/papers`, {
      material,
      files: [lease],
    });
    expect([late.status, late.body.code]).toEqual([409, 'alreadySubmitted']);
    expect(late.headers.get('location')).toBe(`/api/v1/cases/${body.caseId}`);
    // The paper is where it was, and is replaced on the case.
    const next = await replacement(paper, lease);
    expect(next.status).toBe(201);
    const { papers } = await listed(`/cases/${body.caseId}`);
    expect(papers.map(({ id, version }: Body) => [id, version])).toEqual([[next.body.id, 2]]);
  });

  it('nothing is in two places: an upload and a submission at once agree', async () => {
    const draft = await begin(house);
    const [uploaded, submitted] = await Promise.all([
      upload(house, applicant, `/applications/${draft.body.id}/papers`, { material, files: [lease] }),
      submitDraft(house, draft),
    ]);
    expect([201, 409]).toContain(uploaded.status);
    const onCase = await listed(`/cases/${submitted.body.caseId}`);
    const handedIn = submitted.body.application.facts.materials;
    expect([onCase.papers.length, handedIn]).toEqual(uploaded.status === 201 ? [1, [material]] : [0, []]);
  });
});

describe('papers on a case', () => {
  it('are taken from its applicant, and scanned in by the clerks of the unit that accepts it', async () => {
    const place = await newCase();
    const scanned = await paperOn(`${place}/papers`, lease, clerk);
    expect(scanned.uploadedBy.id).toBe('shiqiao');
    expect((await replacement(scanned, lease, {}, clerk)).status).toBe(201);
    const refusals: readonly (readonly [Actor, number, string])[] = [
      [stranger, 403, 'notReadable'],
      [official('fire', 'intakeClerk'), 403, 'notYourUnit'],
      [official('tianshui', 'intakeClerk'), 403, 'notReadable'],
      [official('education', 'reviewer'), 403, 'roleMissing'],
      [official('education', 'decisionMaker'), 403, 'roleMissing'],
      [administrator, 403, 'roleMissing'],
    ];
    for (const [who, status, code] of refusals) {
      const answered = await upload(house, who, `${place}/papers`, { material, files: [lease] });
      expect([who.sub, answered.status, answered.body.code]).toEqual([who.sub, status, code]);
    }
  });

  it('of the application are taken until the decision, those of the filing until the case is closed', async () => {
    const caseId = await apply(house);
    const place = `/cases/${caseId}/papers`;
    const paper = await paperOn(place);
    await advance(house, caseId, 'register');
    for (const late of [
      await upload(house, applicant, place, { material, files: [lease] }),
      await replacement(paper, lease),
    ]) {
      expect([late.status, late.body.code]).toEqual([409, 'wrongStage']);
      expect(late.body.allowed).toEqual(expect.any(Array));
    }
    expect(await listed(`/cases/${caseId}`)).toMatchObject({ open: false, handedIn: 'uploaded' });
    const { materials } = (await get(`/cases/${caseId}/papers`)).body;
    const filing = materials.find((each: Body) => each.stage === 'filing');
    expect(filing.open).toBe(true);
    const filed = await upload(house, applicant, place, { material: filing.material, files: [lease] });
    expect(filed.status).toBe(201);
    await advance(house, caseId, 'end');
    const closed = await upload(house, applicant, place, { material: filing.material, files: [lease] });
    expect([closed.status, closed.body.code]).toEqual([409, 'caseClosed']);
  });

  it('count as filed when the filing comes: they need not be named again', async () => {
    const caseId = await apply(house);
    const place = `/cases/${caseId}`;
    const file = await advance(house, caseId, 'file');
    const filing = file.itinerary.materials.filter(({ stage }) => stage === 'filing').map(({ id }) => id);
    const [byHand = '', ...others] = filing;
    for (const id of others) {
      await upload(house, applicant, `${place}/papers`, { material: id, files: [lease] });
    }
    const item = Object.values(file.items).find(({ step, status }) => step === 'file' && status === 'open')!;
    const act = (materials: readonly string[]) =>
      house.call(applicant, 'POST', `/api/v1/work-items/${item.id}/acts`, {
        body: { act: 'file', materials },
        headers: { ...newKey(), 'if-match': `"${item.version}"` },
      });
    const missing = await act([]);
    expect([missing.status, missing.body.errors[0].expected]).toEqual([422, [byHand]]);
    expect((await act([byHand])).status).toBe(200);
    const events = (await get(`${place}/events`)).body.events;
    const filed = events.find(({ type }: Body) => type === 'filed');
    expect([...filed.facts.materials].sort()).toEqual([...filing].sort());
    expect(await listed(place, byHand)).toMatchObject({ handedIn: 'byHand', papers: [] });
    expect(await listed(place, others[0])).toMatchObject({ handedIn: 'uploaded' });
  });
});

describe("the database keeps papers from the application's own role", () => {
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
});
