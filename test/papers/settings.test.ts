import { join } from 'node:path';
import { readSettings, SettingsError } from '../../infra/settings';

const read = (environment: Record<string, string>) => readSettings({ DATA_DIR: '/data', ...environment });

/** What is refused: each variable with its rule in English. */
function problemsOf(environment: Record<string, string>): string[] {
  try {
    read(environment);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.problems.map(({ variable, rule }) => `${variable}: ${rule.en}`);
  }
}

describe('where papers are kept', () => {
  it('is a folder of the data directory, unless said otherwise', () => {
    expect(read({}).storage).toEqual({ kind: 'disk', folder: join('/data', 'papers') });
    expect(read({ STORAGE_URL: '  ' }).storage).toMatchObject({ kind: 'disk' });
  });

  it.each([
    [
      's3://papers?endpoint=https://oss.example.org:9000&region=hz-1',
      { bucket: 'papers', prefix: '', region: 'hz-1', endpoint: 'https://oss.example.org:9000' },
    ],
    ['s3://papers?region=cn-north-1', { bucket: 'papers', prefix: '', region: 'cn-north-1', endpoint: null }],
    [
      's3://my.bucket/one/window/?region=x',
      { bucket: 'my.bucket', prefix: 'one/window/', region: 'x', endpoint: null },
    ],
  ])('may be a bucket: %s', (url, expected) => {
    expect(read({ STORAGE_URL: url }).storage).toEqual({ kind: 's3', ...expected });
  });

  it.each([
    ['/var/papers', 'begins with s3:// and names a bucket'],
    ['https://papers.example.org', 'begins with s3:// and names a bucket'],
    ['s3://', 'begins with s3:// and names a bucket'],
    ['s3://papers', 'names its region'],
    ['s3://papers?region=', 'names its region'],
    ['s3://papers?region=x&endpoint=oss.example.org', 'has an http(s) address as its endpoint'],
    ['s3://papers?region=x&acl=public', 'has no parameter acl'],
    ['s3://key:secret@papers?region=x', 'holds no keys: give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
  ])('is not %s, and the variable is named', (url, rule) => {
    expect(problemsOf({ STORAGE_URL: url })).toEqual([`STORAGE_URL: ${rule}`]);
  });

  it('never shows a key that was written into the address', () => {
    expect(() => read({ STORAGE_URL: 's3://key:secret@papers?region=x' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('secret@') }) as Error,
    );
  });
});

describe('what looks for viruses', () => {
  it('is the built-in scanner in development, and none where an office says so', () => {
    expect(read({}).scanner).toEqual({ kind: 'builtIn' });
    expect(read({ SCANNER: 'none' }).scanner).toEqual({ kind: 'none' });
  });

  it.each([
    ['tcp://clamd.example.org', { host: 'clamd.example.org', port: 3_310 }],
    ['tcp://127.0.0.1:3311', { host: '127.0.0.1', port: 3_311 }],
    ['tcp://[::1]:3310', { host: '::1', port: 3_310 }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['unix:///run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ])('may be clamd at %s', (url, address) => {
    expect(read({ CLAMD_URL: url }).scanner).toEqual({ kind: 'clamd', address });
  });

  it.each([
    [{ CLAMD_URL: 'clamd.example.org:3310' }, ['CLAMD_URL: an address of clamd, tcp:// or unix:']],
    [{ CLAMD_URL: 'http://clamd.example.org' }, ['CLAMD_URL: an address of clamd, tcp:// or unix:']],
    [{ CLAMD_URL: 'unix:relative.ctl' }, ['CLAMD_URL: an address of clamd, tcp:// or unix:']],
    [{ SCANNER: 'builtIn' }, ['SCANNER: none, and nothing else']],
    [{ SCANNER: 'none', CLAMD_URL: 'tcp://clamd' }, ['SCANNER: is not given together with CLAMD_URL']],
  ])('is not %j, and the variable is named', (environment, expected) => {
    expect(problemsOf(environment)).toEqual(expected);
  });

  it('must be said in production: clamd, or that there is none', () => {
    const production = { MODE: 'production' };
    const about = (environment: Record<string, string>) =>
      problemsOf(environment).filter((problem) => /^(CLAMD_URL|SCANNER)/.test(problem));
    expect(about(production)).toEqual(['CLAMD_URL: must be given: what is uploaded must be scanned']);
    expect(about({ ...production, SCANNER: 'none' })).toEqual([]);
    expect(about({ ...production, CLAMD_URL: 'tcp://clamd' })).toEqual([]);
  });
});
