import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Actor } from '../../domain/actor';
import { image, infectedPdf, pdf, type SampleFile } from '../papers/files';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { lease, listed, newCase, newDraft, paperOn, replacement, scanAll, stored } from './uploading';

let house: House;
let file: SampleFile;
beforeAll(async () => {
  house = await openHouse();
  file = await lease();
});
afterAll(() => house.close());

const get = (path: string, who: Actor | null = applicant) => house.call(who, 'GET', `/api/v1${path}`);

describe('a paper is handed out', () => {
  it('not before it is found clean', async () => {
    const paper = await paperOn(house, await newDraft(house), file);
    const early = await get(`/papers/${paper.id}/content`);
    expect([early.status, early.body.code, early.headers.get('retry-after')]).toEqual([
      409,
      'paperNotScanned',
      '2',
    ]);
    await scanAll(house);
    const { body } = await get(`/papers/${paper.id}`);
    expect(body).toMatchObject({ state: 'clean', content: `/api/v1/papers/${paper.id}/content` });
    expect((await house.call(applicant, 'GET', body.content)).bytes.equals(file.bytes)).toBe(true);
  });

  it('as an attachment that no browser opens or keeps, under its own name and right extension', async () => {
    const photo = { name: '场地 "A" 平面图.exe', bytes: await image('png') };
    const paper = await paperOn(house, await newDraft(house), photo);
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
    const paper = await paperOn(house, await newDraft(house), file);
    await scanAll(house);
    const { status, headers, text } = await house.call(
      applicant,
      'HEAD',
      `/api/v1/papers/${paper.id}/content`,
    );
    expect([status, headers.get('content-length'), text]).toEqual([200, String(file.bytes.length), '']);
  });

  it('whole or not at all: altered content breaks the connection', async () => {
    const long = { name: 'a.pdf', bytes: await pdf('会被改动', 200) };
    const paper = await paperOn(house, await newDraft(house), long);
    await scanAll(house);
    const altered = Buffer.from(long.bytes).fill('x', 100, 200);
    const { sha256 } = paper as { sha256: string };
    writeFileSync(join(house.folder, 'papers', sha256.slice(0, 2), sha256), altered);
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

  it('not at all where the scanner found something: it is gone, and the row says why', async () => {
    const draft = await newDraft(house);
    const before = await stored(house);
    const paper = await paperOn(house, draft, { name: '有毒.pdf', bytes: await infectedPdf() });
    await scanAll(house);
    expect((await get(`/papers/${paper.id}`)).body).toMatchObject({
      state: 'infected',
      finding: 'EICAR test file',
      content: null,
    });
    const { status, body } = await get(`/papers/${paper.id}/content`);
    expect([status, body.code]).toEqual([410, 'paperInfected']);
    expect(body.detail).toContain('EICAR test file');
    expect(await stored(house)).toEqual(before);
    expect(await listed(house, draft)).toMatchObject({ handedIn: 'no', open: true });
    expect((await replacement(house, paper, file)).status).toBe(201);
    expect(await listed(house, draft)).toMatchObject({ handedIn: 'uploaded' });
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
    const draft = await newDraft(house);
    const paper = await paperOn(house, draft, file);
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
    const place = await newCase(house);
    const paper = await paperOn(house, place, file);
    await scanAll(house);
    for (const path of [`${place}/papers`, `/papers/${paper.id}`, `/papers/${paper.id}/content`]) {
      for (const reader of [
        applicant,
        official('shiqiao', 'intakeClerk'),
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
