import type { FieldError } from '../../api/contracts/problem';
import { emptyArchive, hugePng, image, pdf, type SampleFile } from '../papers/files';
import { applicant } from '../world/people';
import { type House, openHouse } from './house';
import { lease, material, newDraft, nothingLeftBy, type Sending, upload } from './uploading';
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
    const { status, body } = await nothingLeftBy(house, () => send({ files: [file, { name, bytes }] }));
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
        file,
        { name: 'b.pdf', bytes: Buffer.alloc(0) },
      ],
      headers: { 'accept-language': 'en' },
    });
    const errors = body.errors as FieldError[];
    expect(errors.map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/file/0', '"a.pdf": its content is not of an allowed format'],
      ['/file/2', '"b.pdf": it is empty'],
    ]);
  });

  it.each([
    ['a name that is too long', `${'长'.repeat(117)}.pdf`],
    ['a name that turns its own direction', 'lease\u202efdp.exe'],
    ['a name with a line break', 'lease\n.pdf'],
  ])('refuses %s', async (_, name) => {
    const { status, body } = await nothingLeftBy(house, () => send({ files: [{ ...file, name }] }));
    expect([status, body.code, body.errors[0].code]).toEqual([422, 'fileRefused', 'badName']);
  });

  it('takes from a name nothing of a path', async () => {
    const { body } = await send({ files: [{ ...file, name: '../../etc/lease.pdf' }] });
    expect(body.papers[0].fileName).toBe('lease.pdf');
  });

  it('refuses a file of more than 20 MB, and takes one of exactly that', async () => {
    const most = 20 * 1_024 * 1_024;
    const padded = (size: number) =>
      Buffer.concat([file.bytes.subarray(0, -6), padding(size), file.bytes.subarray(-6)]);
    const padding = (size: number) => Buffer.alloc(size - file.bytes.length, ' ');
    expect((await send({ files: [{ name: 'most.pdf', bytes: padded(most) }] })).status).toBe(201);
    const { status, body } = await nothingLeftBy(house, () =>
      send({ files: [file, { name: 'more.pdf', bytes: padded(most + 1) }] }),
    );
    expect([status, body.code]).toEqual([413, 'uploadTooLarge']);
    expect(body.errors).toEqual([
      { pointer: '/file/1', code: 'tooLarge', message: '“more.pdf”：文件过大', expected: ['≤ 20 MB'] },
    ]);
  });
});

interface Refused {
  readonly name: string;
  readonly rule: string;
  readonly words: string;
  readonly make: () => Buffer | Promise<Buffer>;
  readonly expected?: readonly string[];
}
