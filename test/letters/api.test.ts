import { administrator, openHouse, stranger, type House } from '../api/house';
import { actOn, apply, fileOf, openItem } from '../api/way';
import { told } from '../api/wire';
import { textOf } from '../documents/pdfText';
import { applicant, official } from '../world/people';

let house: House;
let caseId: string;
let no: string;
const clerk = official('shiqiao', 'intakeClerk');
beforeAll(async () => {
  house = await openHouse();
  caseId = await apply(house);
  const item = openItem(await fileOf(house, caseId), 'accept');
  await actOn(house, item, { act: 'requestCorrection', missing: [{ text: '健康证明缺两份' }] }, clerk);
  no = (await fileOf(house, caseId)).letters[0]!.no;
});
afterAll(() => house.close());

const addressOf = (of: string, letter: string) => `/api/v1/cases/${of}/letters/${encodeURIComponent(letter)}`;
const get = (who = applicant, accept = 'application/pdf', letter = no) =>
  house.call(who, 'GET', addressOf(caseId, letter), { headers: { accept } });

describe('a letter over the API', () => {
  it('is a PDF that says its number, unit, addressee, words, limit and case', async () => {
    const { status, headers, bytes } = await get();
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent(no)}.pdf`);
    const text = textOf(bytes);
    for (const part of [
      no,
      '石桥街道',
      '补正通知书',
      '示例托育有限公司：',
      '1. 健康证明缺两份',
      caseId,
      `${house.publicUrl}/api/v1/cases/${caseId}/letters/${no}`,
    ])
      expect(text).toContain(part);
    const { deadline } = openItem(await fileOf(house, caseId), 'correct');
    const [year, month, day] = deadline.due.split('-').map(Number);
    expect(text).toContain(`请于${year}年${month}月${day}日前逐项补正`);
  });

  it('is rendered once: what was kept is what everybody gets, and nobody can change it', async () => {
    const { bytes } = await get();
    expect((await get(clerk)).bytes.equals(bytes)).toBe(true);
    const { db } = house.database;
    const rows = await db.selectFrom('letter_pdf').select('pdf').where('no', '=', no).execute();
    expect(rows.map(({ pdf }) => pdf.equals(bytes))).toEqual([true]);
    await expect(
      db
        .updateTable('letter_pdf')
        .set({ pdf: Buffer.from('') })
        .execute(),
    ).rejects.toThrow(/permission denied/);
  });

  it('is described as JSON to who prefers that, as the case lists it', async () => {
    const { headers, body } = await get(applicant, 'application/json');
    expect(headers.get('vary')).toMatch(/accept/i);
    expect(body).toMatchObject({
      no,
      kind: 'correction',
      served: null,
      void: false,
      pdf: addressOf(caseId, no),
    });
    const listed = await house.call(applicant, 'GET', `/api/v1/cases/${caseId}`);
    expect(listed.body.letters).toEqual([body]);
  });

  it('opens in a browser as a PDF', async () => {
    const { headers } = await get(applicant, 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect(headers.get('content-type')).toBe('application/pdf');
  });

  it('is given to those alone who may read its case', async () => {
    for (const reader of [official('fire', 'reviewer'), administrator])
      expect((await get(reader)).status).toBe(200);
    for (const reader of [stranger, official('finance', 'reviewer')])
      expect(told(await get(reader))).toEqual([403, 'notReadable']);
    const nobody = await house.call(null, 'GET', addressOf(caseId, no));
    expect(told(nobody)).toEqual([401, 'unauthenticated']);
  });

  it('is found under its own number and in its own case alone', async () => {
    expect(told(await get(applicant, 'application/pdf', '下石桥托〔2026〕999号'))).toEqual([
      404,
      'documentNotFound',
    ]);
    const another = await apply(house);
    const elsewhere = await house.call(applicant, 'GET', addressOf(another, no));
    expect(told(elsewhere)).toEqual([404, 'documentNotFound']);
    expect(told(await get(applicant, 'application/pdf', 'a b'))).toEqual([404, 'routeNotFound']);
  });

  it('is for officials alone once its act was amended, and listed as void', async () => {
    const other = await apply(house);
    const open = openItem(await fileOf(house, other), 'accept');
    await actOn(house, open, { act: 'accept' }, clerk);
    const { letters, items } = await fileOf(house, other);
    const letter = letters[0]!.no;
    expect((await house.call(applicant, 'GET', addressOf(other, letter))).status).toBe(200);
    await actOn(house, items[open.id]!, { act: 'amend', reason: '误点' }, clerk);
    const address = addressOf(other, letter);
    for (const accept of ['application/pdf', 'application/json'])
      expect(told(await house.call(applicant, 'GET', address, { headers: { accept } }))).toEqual([
        409,
        'letterVoid',
      ]);
    for (const reader of [clerk, administrator]) {
      const { body } = await house.call(reader, 'GET', address, { headers: { accept: 'application/json' } });
      expect(body).toMatchObject({ no: letter, void: true });
      const { status, bytes } = await house.call(reader, 'GET', address);
      expect([status, textOf(bytes)]).toEqual([200, expect.stringContaining(letter)]);
    }
    const { letters: listed } = (await house.call(clerk, 'GET', `/api/v1/cases/${other}`)).body;
    expect(listed).toEqual([expect.objectContaining({ no: letter, void: true })]);
  });
});
