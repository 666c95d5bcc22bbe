import { compactVerify, importJWK, decodeProtectedHeader } from 'jose';
import { type House, openHouse } from './house';
import { advance, apply } from './way';

let house: House;
let no: string;
let caseId: string;
beforeAll(async () => {
  house = await openHouse();
  caseId = await apply(house);
  no = (await advance(house, caseId, 'end')).certificateNo!;
});
afterAll(() => house.close());

const program = (number: string) =>
  house.call(null, 'GET', `/verify/${number}`, { headers: { accept: 'application/json' } });
const person = (number: string, accept = 'text/html,application/xhtml+xml,*/*;q=0.8') =>
  house.call(null, 'GET', `/verify/${number}`, { headers: { accept } });
const keys = async () => (await house.call(null, 'GET', '/jwks.json')).body.keys;

describe('the check of a document', () => {
  it('tells a program that it is valid, with what it says and its signature', async () => {
    const { status, headers, body } = await program(no);
    expect(status).toBe(200);
    expect(headers.get('vary')).toMatch(/accept/i);
    expect(body).toMatchObject({
      no,
      state: 'valid',
      label: { zh: '有效' },
      statement: { no, caseId, institution: '示例托育园' },
    });
    const [key] = await keys();
    const { payload } = await compactVerify(body.jws, await importJWK(key, 'EdDSA'));
    expect(Buffer.from(payload).toString('utf8')).toContain(no);
  });

  it('tells a person the same on a page, which the QR code opens', async () => {
    const { status, headers, text } = await person(no);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    for (const words of ['✓ 有效', no, '示例托育园', '/jwks.json']) expect(text).toContain(words);
  });

  it('is answered with JSON where nothing in particular is asked for', async () => {
    const answered = await house.call(null, 'GET', `/verify/${no}`);
    expect(answered.headers.get('content-type')).toMatch('application/json');
  });

  it('says of a number that was never given out that there is no such document', async () => {
    const unknown = await program('XCTY-C-2026-999999');
    expect([unknown.status, unknown.body.state]).toEqual([404, 'unknown']);
    expect(unknown.body).toMatchObject({ statement: null, jws: null, label: { zh: '查无此号' } });
    const page = await person('XCTY-C-2026-999999');
    expect(page.status).toBe(404);
    expect(page.text).toContain('✗ 查无此号');
  });

  it('says of a document whose kept signature is not ours that it does not match', async () => {
    const { body } = await program(no);
    const forged = 'XCTY-C-2026-000666';
    const parts = (body.jws as string).split('.');
    const signature = Buffer.from(parts[2]!, 'base64url').reverse().toString('base64url');
    await house.database.db
      .insertInto('document')
      .values({
        no: forged,
        case_id: caseId,
        kind: 'certificate',
        statement: JSON.stringify({ ...body.statement, no: forged }),
        jws: [parts[0], parts[1], signature].join('.'),
        pdf: Buffer.from('%PDF-'),
        sealed_at: house.time.now,
      })
      .execute();
    const answered = await program(forged);
    expect([answered.status, answered.body.state]).toEqual([200, 'altered']);
    expect(answered.body).toMatchObject({ statement: null, jws: null });
    expect((await person(forged)).text).toContain('✗ 签名不符');
  });

  it.each([
    '%00',
    'a%00b',
    '%E0%A4%A',
    '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    "'%20or%20true%20--",
    '..%2F..%2Fetc%2Fpasswd',
    '%F0%9F%91%B6',
    'a'.repeat(2_000),
  ])('answers a program and a person that there is nothing at /verify/%s', async (number) => {
    expect((await program(number)).status).toBe(404);
    const page = await person(number);
    expect(page.status).toBe(404);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.text).not.toContain('<script>alert');
  });

  it('is found by typing the number: the form leads to its address, and never elsewhere', async () => {
    const typed = (value: string) =>
      house.call(null, 'GET', `/verify?no=${encodeURIComponent(value)}`, {
        headers: { accept: 'text/html' },
      });
    expect((await typed(` ${no} `)).headers.get('location')).toBe(`/verify/${no}`);
    expect((await typed('//elsewhere.example')).headers.get('location')).toBe(
      '/verify/%2F%2Felsewhere.example',
    );
    const empty = await typed('  ');
    expect(empty.status).toBe(200);
    expect(empty.text).toContain('<form');
  });
});

describe('the published keys', () => {
  it('are public, and name the key that signs', async () => {
    const [key, ...older] = await keys();
    expect(Object.keys(key).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
    expect(older).toEqual([]);
    expect(decodeProtectedHeader((await program(no)).body.jws)).toMatchObject({ alg: 'EdDSA', kid: key.kid });
  });
});
