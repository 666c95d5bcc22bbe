import { image, pdf, type SampleFile } from '../papers/files';
import { applicant } from '../world/people';
import { type House, openHouse } from './house';
import {
  countPapers,
  lease,
  leftovers,
  material,
  newDraft,
  nothingLeftBy,
  type Sending,
  stored,
  upload,
} from './uploading';
import { newKey } from './way';
import type { Answered } from './wire';

let house: House;
let draft: string;
let file: SampleFile;
beforeAll(async () => {
  house = await openHouse();
  draft = await newDraft(house);
  file = await lease();
});
afterAll(() => house.close());

const send = (sending: Sending, who = applicant): Promise<Answered> =>
  upload(house, who, `${draft}/papers`, { material, ...sending });

describe('an upload', () => {
  it('is answered with the papers as they were received', async () => {
    const page = { name: '第1页.jpg', bytes: await image('jpeg') };
    const { status, headers, body } = await send({ files: [file, page] });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1${draft}/papers`);
    expect(body.papers).toEqual([
      expect.objectContaining({
        material,
        version: 1,
        fileName: '租赁合同.pdf',
        mediaType: 'application/pdf',
        bytes: file.bytes.length,
        state: 'received',
        content: null,
        replacedBy: null,
      }),
      expect.objectContaining({ fileName: '第1页.jpg', mediaType: 'image/jpeg' }),
    ]);
    expect(leftovers(house)).toEqual([]);
  });

  it('is told by its content alone what it is', async () => {
    const { body } = await send({
      files: [{ name: 'scan.pdf', bytes: await image('png') }],
      declared: 'text/html',
    });
    expect(body.papers).toEqual([expect.objectContaining({ mediaType: 'image/png' })]);
  });

  it('is taken once for its key, and answered the same again', async () => {
    const headers = newKey();
    const first = await send({ files: [file], headers });
    const before = await countPapers(house);
    const again = await send({ files: [file], headers });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await countPapers(house)).toBe(before);
    const other = await nothingLeftBy(house, async () =>
      send({ files: [{ ...file, bytes: await pdf('别的') }], headers }),
    );
    expect([other.status, other.body.code]).toEqual([422, 'keyReused']);
  });

  it('keeps the same content once, as a paper each time', async () => {
    const file = { name: '同一份.pdf', bytes: await pdf('同一份') };
    const before = await stored(house);
    const answers = await Promise.all([1, 2, 3, 4].map(() => send({ files: [file, file] })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect((await stored(house)).length).toBe(before.length + 1);
  });
});
