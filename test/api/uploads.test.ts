import { request } from 'node:http';
import { once } from 'node:events';
import { sql } from 'kysely';
import { emptyArchive, hugePng, image, pdf, type SampleFile } from '../papers/files';
import { applicant } from '../world/people';
import { until } from '../world/until';
import { type House, openHouse, stranger } from './house';
import { formOf, leftovers, type Sending, stored, upload } from './uploading';
import { begin, newKey } from './way';
import type { Answered } from './wire';

let house: House;
let draft: string;
let lease: SampleFile;
beforeAll(async () => {
  house = await openHouse();
  draft = (await begin(house)).body.id as string;
  lease = { name: '租赁合同.pdf', bytes: await pdf() };
});
afterAll(() => house.close());

const send = (sending: Sending, who = applicant): Promise<Answered> =>
  upload(house, who, `/applications/${draft}/papers`, { material: 'premisesRight', ...sending });

async function papers(): Promise<number> {
  const { rows } = await sql<{ n: string }>`select count(*) as n from paper`.execute(house.database.db);
  return Number(rows[0]?.n);
}

/** Nothing of a refused upload is left: no row, no content, no file. */
async function expectNothingOf<T>(refused: () => Promise<T>): Promise<T> {
  const before = [await papers(), await stored(house)];
  const answered = await refused();
  expect([await papers(), await stored(house)]).toEqual(before);
  expect(leftovers(house)).toEqual([]);
  return answered;
}

describe('an upload', () => {
  it('is answered with the papers as they were received', async () => {
    const page = { name: '第1页.jpg', bytes: await image('jpeg') };
    const { status, headers, body } = await send({ files: [lease, page] });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/applications/${draft}/papers`);
    expect(body.papers).toEqual([
      expect.objectContaining({
        material: 'premisesRight',
        version: 1,
        fileName: '租赁合同.pdf',
        mediaType: 'application/pdf',
        bytes: lease.bytes.length,
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
    const first = await send({ files: [lease], headers });
    const before = await papers();
    const again = await send({ files: [lease], headers });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await papers()).toBe(before);
    const other = await expectNothingOf(async () =>
      send({ files: [{ ...lease, bytes: await pdf('别的') }], headers }),
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

describe('an upload that is refused names the file, the rule and what is allowed', () => {
  const formats = ['PDF', 'JPEG', 'PNG'];
  const program = Buffer.from('MZ'.padEnd(500, '\0'));
  const cases: readonly Refused[] = [
    {
      name: 'program.pdf',
      rule: 'wrongFormat',
      words: '不是允许的格式',
      make: () => program,
      expected: formats,
    },
    { name: 'empty.pdf', rule: 'empty', words: '空的', make: () => Buffer.alloc(0) },
    { name: 'half.pdf', rule: 'damaged', words: '不完整', make: async () => (await pdf()).subarray(0, 900) },
    {
      name: 'half.png',
      rule: 'damaged',
      words: '不完整',
      make: async () => (await image('png')).subarray(0, 900),
    },
    { name: 'locked.pdf', rule: 'locked', words: '密码', make: () => pdf('一', 1, { userPassword: 'x' }) },
    {
      name: 'both.png',
      rule: 'twoInOne',
      words: '另一种格式',
      make: async () => Buffer.concat([await image('png'), emptyArchive]),
      expected: formats,
    },
    {
      name: 'huge.png',
      rule: 'tooManyPixels',
      words: '尺寸过大',
      make: () => hugePng(90_000, 90_000),
      expected: ['≤ 100 megapixels'],
    },
    {
      name: 'long.pdf',
      rule: 'tooManyPages',
      words: '页数过多',
      make: () => pdf('一', 501),
      expected: ['≤ 500'],
    },
  ];

  it.each(cases)('$name: $rule', async ({ name, rule, words, make, expected }) => {
    const bytes = await make();
    const { status, body } = await expectNothingOf(() => send({ files: [lease, { name, bytes }] }));
    expect([status, body.code]).toEqual([422, 'fileRefused']);
    expect(body.errors).toEqual([
      {
        pointer: '/file/1',
        code: rule,
        message: expect.stringContaining(words),
        ...(expected && { expected }),
      },
    ]);
    expect(body.errors[0].message).toContain(name);
  });

  it('names every file at fault at once, in English where that is preferred', async () => {
    const { body } = await send({
      files: [
        { name: 'a.pdf', bytes: Buffer.from('not a PDF') },
        lease,
        { name: 'b.pdf', bytes: Buffer.alloc(0) },
      ],
      headers: { 'accept-language': 'en' },
    });
    expect(body.errors.map(({ pointer, message }: Record<string, string>) => [pointer, message])).toEqual([
      ['/file/0', '"a.pdf": its content is not of an allowed format'],
      ['/file/2', '"b.pdf": it is empty'],
    ]);
  });

  it.each([
    ['a name that is too long', `${'长'.repeat(117)}.pdf`],
    ['a name that turns its own direction', 'lease\u202efdp.exe'],
    ['a name with a line break', 'lease\n.pdf'],
  ])('refuses %s', async (_, name) => {
    const { status, body } = await expectNothingOf(() => send({ files: [{ ...lease, name }] }));
    expect([status, body.code, body.errors[0].code]).toEqual([422, 'fileRefused', 'badName']);
  });

  it('takes from a name nothing of a path', async () => {
    const { body } = await send({ files: [{ ...lease, name: '../../etc/lease.pdf' }] });
    expect(body.papers[0].fileName).toBe('lease.pdf');
  });

  it('refuses a file of more than 20 MB, and takes one of exactly that', async () => {
    const most = 20 * 1_024 * 1_024;
    const padded = (size: number) =>
      Buffer.concat([lease.bytes.subarray(0, -6), padding(size), lease.bytes.subarray(-6)]);
    const padding = (size: number) => Buffer.alloc(size - lease.bytes.length, ' ');
    expect((await send({ files: [{ name: 'most.pdf', bytes: padded(most) }] })).status).toBe(201);
    const { status, body } = await expectNothingOf(() =>
      send({ files: [lease, { name: 'more.pdf', bytes: padded(most + 1) }] }),
    );
    expect([status, body.code]).toEqual([413, 'uploadTooLarge']);
    expect(body.errors).toEqual([
      { pointer: '/file/1', code: 'tooLarge', message: '“more.pdf”：文件过大', expected: ['≤ 20 MB'] },
    ]);
  });

  it('refuses more files at once than there may be', async () => {
    const files = Array.from({ length: 11 }, () => lease);
    const { status, body } = await expectNothingOf(() => send({ files }));
    expect([status, body.code, body.errors[0]]).toEqual([
      400,
      'malformedRequest',
      { pointer: '/file', code: 'tooLarge', message: '文件过多', expected: ['≤ 10'] },
    ]);
  });

  it('refuses a length that is too much before it receives anything', async () => {
    const { status, body } = await raw({ 'content-length': '999999999999' }, '');
    expect([status, body.code]).toEqual([413, 'uploadTooLarge']);
  });

  it.each([
    ['no file', {}, [], 400],
    ['no material', { material: undefined }, [0], 422],
    ['a material of no checklist', { material: 'letter' }, [0], 422],
    ['a material that this application does not owe', { material: 'servicePlan' }, [0], 422],
  ])('refuses an upload with %s', async (_, said, files, expected) => {
    const sending = { files: files.map(() => lease), ...said } as Sending;
    const { status, body } = await expectNothingOf(() => send(sending));
    expect(status).toBe(expected);
    expect(body.errors[0].pointer).toBe(expected === 400 ? '/file' : '/material');
  });

  it('refuses fields that it does not know, and files in them', async () => {
    const form = formOf({ material: 'premisesRight', files: [lease] });
    form.set('paper', new Blob([new Uint8Array(lease.bytes)]), 'x.pdf');
    const body = { body: form, headers: newKey() };
    const path = `/api/v1/applications/${draft}/papers`;
    const other = await expectNothingOf(() => house.call(applicant, 'POST', path, body));
    expect([other.status, other.body.errors[0].pointer]).toEqual([400, '/paper']);
    form.delete('paper');
    form.set('version', '7');
    const field = await expectNothingOf(() =>
      house.call(applicant, 'POST', path, { ...body, headers: newKey() }),
    );
    expect([field.status, field.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/version', code: 'unknownField' }),
    ]);
    form.set('version', '7'.repeat(1_000));
    const long = await expectNothingOf(() =>
      house.call(applicant, 'POST', path, { ...body, headers: newKey() }),
    );
    expect(long.status).toBe(400);
  });

  it('refuses a body that is no form, and one that ends in the middle', async () => {
    const json = await house.call(applicant, 'POST', `/api/v1/applications/${draft}/papers`, {
      body: { material: 'premisesRight' },
      headers: newKey(),
    });
    expect([json.status, json.body.code]).toEqual([415, 'formExpected']);
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
    const cut = await expectNothingOf(() => raw({ 'content-type': 'multipart/form-data; boundary=x' }, part));
    expect([cut.status, cut.body.code]).toEqual([400, 'malformedRequest']);
  });

  it('receives nothing from who may not hand in anything, nor without a key', async () => {
    const other = await expectNothingOf(() => send({ files: [lease] }, stranger));
    expect([other.status, other.body.code]).toEqual([404, 'draftNotFound']);
    const keyless = await house.call(applicant, 'POST', `/api/v1/applications/${draft}/papers`, {
      body: formOf({ material: 'premisesRight', files: [lease] }),
    });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotencyKeyMissing']);
  });

  it('leaves nothing of an upload whose sender hangs up', async () => {
    await expectNothingOf(async () => {
      const sending = await begun({
        'content-length': '100000',
        'content-type': 'multipart/form-data; boundary=x',
      });
      sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7');
      await until('the upload is being received', async () => (leftovers(house).length > 1 ? true : null));
      sending.destroy();
      await until('the upload is cleared away', async () => (leftovers(house).length === 0 ? true : null));
    });
  });
});

interface Refused {
  readonly name: string;
  readonly rule: string;
  readonly words: string;
  readonly make: () => Buffer | Promise<Buffer>;
  readonly expected?: readonly string[];
}

async function begun(headers: Record<string, string>) {
  const token = await house.issuer.token(applicant.sub);
  return request(`${house.address}/api/v1/applications/${draft}/papers`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'multipart/form-data; boundary=x',
      ...newKey(),
      ...headers,
    },
  }).on('error', () => undefined);
}

/** A request whose body is exactly these bytes. */
async function raw(headers: Record<string, string>, body: string) {
  const sending = await begun(headers);
  if (headers['content-length'] === undefined) sending.end(body);
  else sending.flushHeaders();
  const [response] = await once(sending, 'response');
  let text = '';
  for await (const chunk of response) text += String(chunk);
  sending.destroy();
  return { status: response.statusCode as number, body: JSON.parse(text) };
}
