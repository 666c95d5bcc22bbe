import { Readable } from 'node:stream';
import { builtInScanner, noScanner } from '../../infra/scanner/builtIn';
import { eicar } from '../papers/files';

const chunked = (...chunks: string[]) =>
  Readable.from(
    chunks.map((chunk) => Buffer.from(chunk)),
    { objectMode: false },
  );

describe("development's scanner", () => {
  it.each([
    ['alone', [eicar]],
    ['amid a paper', ['%PDF-1.7 ', eicar, ' %%EOF']],
    ['cut between chunks', [`before ${eicar.slice(0, 30)}`, `${eicar.slice(30)} after`]],
    ['cut into single bytes', [...`x${eicar}x`]],
  ])('finds the EICAR string %s', async (_, chunks) => {
    expect(await builtInScanner.scan(chunked(...chunks))).toEqual({
      state: 'infected',
      finding: 'EICAR test file',
    });
  });

  it('finds nothing else', async () => {
    expect(await builtInScanner.scan(chunked('a paper', eicar.slice(1)))).toEqual({ state: 'clean' });
    expect(await builtInScanner.scan(chunked(''))).toEqual({ state: 'clean' });
  });
});

describe('no scanner at all', () => {
  it('looks at nothing, and says its name', async () => {
    const content = chunked(eicar);
    expect(await noScanner.scan(content)).toEqual({ state: 'clean' });
    expect([noScanner.name, content.destroyed]).toEqual(['none', true]);
  });
});
