import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { verify } from '../../infra/commands/verify';
import { renderDocument } from '../../infra/documents/pdf';
import { pictureOf } from './pdfPicture';
import { newFolder, newSigningKey, sealed, statement } from './sample';

beforeAll(async () => {
  const file = require.resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(await readFile(file)).buffer } });
});

describe.each(['certificate', 'filingReceipt'] as const)('the QR code on a %s', (kind) => {
  const scan = async (changes: Partial<typeof statement> = {}) => {
    const key = await newSigningKey();
    const document = await sealed(key, { kind, ...changes });
    const [found] = await readBarcodes(pictureOf(await renderDocument(document)));
    const jwks = join(await newFolder(), 'jwks.json');
    await writeFile(jwks, JSON.stringify(key.publicKeys));
    return { document, jwks, code: found?.text ?? 'not legible' };
  };

  it('holds the address of the check and the statement, which npm run verify accepts', async () => {
    const { document, jwks, code } = await scan();
    expect(code).toBe(`${document.verifyUrl}#${document.jws}`);
    const printed: string[] = [];
    expect(await verify([code, '--jwks', jwks, '--json'], (text) => printed.push(text))).toBe(0);
    expect(JSON.parse(printed.join('\n'))).toEqual({ valid: true, statement: { ...statement, kind } });
  });

  it('is legible with long names as well', async () => {
    const { document, code } = await scan({
      institution: '下城区婴幼儿照护服务示范机构'.repeat(4),
      address: '环城北路一百六十七号武林公寓'.repeat(4),
    });
    expect(code).toBe(`${document.verifyUrl}#${document.jws}`);
  });
});
