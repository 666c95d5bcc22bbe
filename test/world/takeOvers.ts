import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TakeOverEntry } from '../../api/contracts/takeOver';
import { columns } from '../../api/takeOver/columns';
import { application } from './applications';
import { ORGANISATION } from './people';

/** An institution that was open and filed before; each number is another one. */
export function takeOverEntry(number: number, changes: Partial<TakeOverEntry> = {}): TakeOverEntry {
  const whole = application({ existingRegistration: { unifiedCode: unifiedCodeOf(number), changes: false } });
  return {
    organisation: ORGANISATION,
    registration: { authority: '示例区民政局', registeredOn: '2021-02-01' },
    filing: { receiptNo: `示托备〔2021〕${number}号`, filedOn: '2021-03-05' },
    certificateNo: null,
    statement: '核对登记证书和备案回执原件，现场在办',
    application: {
      ...whole,
      institution: { ...whole.institution, name: `老园${number}` },
    },
    ...changes,
  };
}

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A code with its check character (GB 32100-2015). */
export function unifiedCodeOf(number: number): string {
  const body = `52330103${String(number).padStart(9, '0')}`;
  const sum = Array.from(body).reduce(
    (total, character, place) => total + CHARACTERS.indexOf(character) * (3 ** place % 31),
    0,
  );
  return body + CHARACTERS.charAt((31 - (sum % 31)) % 31);
}

/** A file of rows that say only what must be said, but for what is given, by the keys of their columns. */
export function takeOverFile(...rows: readonly Readonly<Record<string, string>>[]): string {
  const usual = {
    organisation: ORGANISATION,
    address: '示例路2号',
    subdistrict: '石桥街道',
    serviceMode: '社会兴办',
    serviceForms: '全日制',
    ownership: '非营利性',
    registeredBy: '示例区民政局',
    registeredOn: '2020/6/1',
    filedOn: '2020/7/1',
    places: '20',
    classes: '托大班 20',
    meals: '是',
    person: '某某',
    phone: '13800002222',
    email: 'old@example.org',
    statement: '核对原件',
  } as Readonly<Record<string, string>>;
  const lines = rows.map((row) => columns.map(({ key }) => row[key] ?? usual[key] ?? '').join(','));
  return [columns.map(({ zh }) => zh).join(','), ...lines].join('\r\n');
}

/** What tells one row from another. */
export const takeOverRow = (number: number, changes: Readonly<Record<string, string>> = {}) => ({
  name: `成批${number}`,
  unifiedCode: unifiedCodeOf(number),
  receiptNo: `示托备〔2020〕${number}号`,
  ...changes,
});

/** Writes a file into a folder. @returns its path */
export function written(folder: string, text: string): string {
  const file = join(folder, `${randomUUID()}.csv`);
  writeFileSync(file, text);
  return file;
}
