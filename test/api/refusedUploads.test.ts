import { request } from 'node:http';
import { once } from 'node:events';
import { type SampleFile } from '../papers/files';
import { applicant } from '../world/people';
import { until } from '../world/until';
import { type House, openHouse, stranger } from './house';
import {
  formOf,
  lease,
  leftovers,
  material,
  newDraft,
  nothingLeftBy,
  type Sending,
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

describe('an upload that is no proper form', () => {
  it('refuses more files at once than there may be', async () => {
    const files = Array.from({ length: 11 }, () => file);
    const { status, body } = await nothingLeftBy(house, () => send({ files }));
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
    const sending = { files: files.map(() => file), ...said } as Sending;
    const { status, body } = await nothingLeftBy(house, () => send(sending));
    expect(status).toBe(expected);
    expect(body.errors[0].pointer).toBe(expected === 400 ? '/file' : '/material');
  });

  it('refuses fields that it does not know, and files in them', async () => {
    const form = formOf({ material, files: [file] });
    form.set('paper', new Blob([new Uint8Array(file.bytes)]), 'x.pdf');
    const body = { body: form, headers: newKey() };
    const path = `/api/v1${draft}/papers`;
    const other = await nothingLeftBy(house, () => house.call(applicant, 'POST', path, body));
    expect([other.status, other.body.errors[0].pointer]).toEqual([400, '/paper']);
    form.delete('paper');
    form.set('version', '7');
    const field = await nothingLeftBy(house, () =>
      house.call(applicant, 'POST', path, { ...body, headers: newKey() }),
    );
    expect([field.status, field.body.errors[0]]).toEqual([
      422,
      expect.objectContaining({ pointer: '/version', code: 'unknownField' }),
    ]);
    form.set('version', '7'.repeat(1_000));
    const long = await nothingLeftBy(house, () =>
      house.call(applicant, 'POST', path, { ...body, headers: newKey() }),
    );
    expect(long.status).toBe(400);
  });

  it('refuses a body that is no form, and one that ends in the middle', async () => {
    const json = await house.call(applicant, 'POST', `/api/v1${draft}/papers`, {
      body: { material: 'premisesRight' },
      headers: newKey(),
    });
    expect([json.status, json.body.code]).toEqual([415, 'formExpected']);
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
    const cut = await nothingLeftBy(house, () =>
      raw({ 'content-type': 'multipart/form-data; boundary=x' }, part),
    );
    expect([cut.status, cut.body.code]).toEqual([400, 'malformedRequest']);
  });

  it('receives nothing from who may not hand in anything, nor without a key', async () => {
    const other = await nothingLeftBy(house, () => send({ files: [file] }, stranger));
    expect([other.status, other.body.code]).toEqual([404, 'draftNotFound']);
    const keyless = await house.call(applicant, 'POST', `/api/v1${draft}/papers`, {
      body: formOf({ material, files: [file] }),
    });
    expect([keyless.status, keyless.body.code]).toEqual([400, 'idempotencyKeyMissing']);
  });

  it('leaves nothing of an upload whose sender hangs up', async () => {
    await nothingLeftBy(house, async () => {
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

async function begun(headers: Record<string, string>) {
  const token = await house.issuer.token(applicant.sub);
  return request(`${house.address}/api/v1${draft}/papers`, {
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
