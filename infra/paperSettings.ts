import { join } from 'node:path';
import type { Label } from '../domain/label';
import type { ScannerSetting } from './scanner/open';
import type { SettingReader } from './settingReader';
import type { StorageSetting } from './storage/open';

const CLAMD_PORT = 3_310;

/** `STORAGE_URL`: where papers are kept; a folder of the data directory where it is not given. */
export function readStorage(reader: SettingReader, dataDir: string): StorageSetting {
  const disk: StorageSetting = { kind: 'disk', folder: join(dataDir, 'papers') };
  const given = reader.text('STORAGE_URL');
  if (given === null) return disk;
  const refuse = (zh: string, en: string): StorageSetting => {
    reader.refuse('STORAGE_URL', null, { zh, en }, s3Mend);
    return disk;
  };
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 's3:' || url.hostname === '') {
    return refuse('以 s3:// 开头并写明存储桶', 'begins with s3:// and names a bucket');
  }
  if (url.username || url.password) {
    return refuse('不得含有密钥', 'holds no keys: give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  }
  const unknown = [...url.searchParams.keys()].find((name) => !['endpoint', 'region'].includes(name));
  if (unknown !== undefined) return refuse(`没有参数 ${unknown}`, `has no parameter ${unknown}`);
  const region = url.searchParams.get('region');
  if (!region) return refuse('须写明 region', 'names its region');
  const endpoint = url.searchParams.get('endpoint');
  if (endpoint !== null && !isHttp(endpoint)) {
    return refuse('endpoint 须为 http(s) 地址', 'has an http(s) address as its endpoint');
  }
  const folder = url.pathname.replace(/^\/+|\/+$/g, '');
  return { kind: 's3', bucket: url.hostname, prefix: folder === '' ? '' : `${folder}/`, region, endpoint };
}

const s3Mend: Label = {
  zh: '写成 s3://存储桶?endpoint=https://主机&region=地区；不设则存放在数据目录',
  en: 'write s3://bucket?endpoint=https://host&region=name; unset it to keep papers in the data directory',
};

/** `CLAMD_URL`, or `SCANNER=none`: production must say which; development has a scanner of its own. */
export function readScanner(reader: SettingReader, mode: 'development' | 'production'): ScannerSetting {
  const url = reader.text('CLAMD_URL');
  const scanner = reader.text('SCANNER');
  if (scanner !== null && scanner !== 'none') {
    const rule = { zh: '只能是 none', en: 'none, and nothing else' };
    reader.refuse('SCANNER', scanner, rule, { zh: '改正，或删去该变量', en: 'correct it, or unset it' });
  }
  if (url !== null && scanner !== null) {
    const rule = { zh: '不能与 CLAMD_URL 同时给出', en: 'is not given together with CLAMD_URL' };
    reader.refuse('SCANNER', scanner, rule, { zh: '删去其一', en: 'unset one of them' });
  }
  if (url !== null) return clamdAt(reader, url);
  if (scanner === 'none') return { kind: 'none' };
  if (mode === 'production') {
    const rule = { zh: '必须给出，上传的材料须查毒', en: 'must be given: what is uploaded must be scanned' };
    reader.refuse('CLAMD_URL', null, rule, clamdMend);
  }
  return { kind: 'builtIn' };
}

const clamdMend: Label = {
  zh: '写成 tcp://主机:3310 或 unix:/run/clamav/clamd.ctl；在别处查毒的，设 SCANNER=none',
  en: 'write tcp://host:3310 or unix:/run/clamav/clamd.ctl; an office that scans elsewhere sets SCANNER=none',
};

function clamdAt(reader: SettingReader, given: string): ScannerSetting {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol === 'tcp:' && url.hostname !== '') {
    // An IPv6 address stands in brackets in a URL, and nowhere else.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    return { kind: 'clamd', address: { host, port: Number(url.port || CLAMD_PORT) } };
  }
  if (url?.protocol === 'unix:' && url.pathname.startsWith('/')) {
    return { kind: 'clamd', address: { path: url.pathname } };
  }
  const rule = { zh: 'clamd 的地址，tcp:// 或 unix:', en: 'an address of clamd, tcp:// or unix:' };
  reader.refuse('CLAMD_URL', given, rule, clamdMend);
  return { kind: 'builtIn' };
}

function isHttp(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}
