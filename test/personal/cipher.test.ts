import { createCipher, ERASED, isCurrent, PersonalDataFault, type Place } from '../../infra/personal/cipher';
import { testKeys } from '../world/cipher';

const place: Place = { table: 'application', row: ['XCTY-2026-000001'], field: 'phone' };
const keys = testKeys('one');
const cipher = createCipher(keys);

test('opens what it sealed, and seals the same value differently each time', () => {
  const values = ['13800001111', '示例联系人', 'a', '𠮷'];
  for (const value of values) expect(cipher.open(cipher.seal(value, place), place)).toBe(value);
  expect(cipher.seal('13800001111', place)).not.toBe(cipher.seal('13800001111', place));
});

test('names the key in the value, and shows nothing of the value', () => {
  const sealed = cipher.seal('13800001111', place);
  expect(sealed).toMatch(/^pd1\.one\.[\w-]{52}$/);
  expect(Buffer.from(sealed.split('.')[2] ?? '', 'base64url').toString('latin1')).not.toContain('1380000');
});

test.each<[string, Partial<Place>]>([
  ['table', { table: 'draft' }],
  ['row', { row: ['XCTY-2026-000002'] }],
  ['field', { field: 'email' }],
])('does not open a value that was moved to another %s', (_, elsewhere) => {
  const sealed = cipher.seal('13800001111', place);
  expect(() => cipher.open(sealed, { ...place, ...elsewhere })).toThrow(PersonalDataFault);
});

test('tells rows apart whose key columns read alike side by side', () => {
  const sealed = cipher.seal('x', { ...place, row: ['a b', 'c'] });
  expect(() => cipher.open(sealed, { ...place, row: ['a', 'b c'] })).toThrow(PersonalDataFault);
});

test('does not open a value of which one character was altered', () => {
  const [version, kid, body = ''] = cipher.seal('13800001111', place).split('.');
  for (const at of [0, 20, body.length - 2]) {
    const other = body[at] === 'A' ? 'B' : 'A';
    const altered = `${version}.${kid}.${body.slice(0, at)}${other}${body.slice(at + 1)}`;
    expect(() => cipher.open(altered, place)).toThrow('altered');
  }
  expect(() => cipher.open('pd1.one.', place)).toThrow('altered');
});

test('says of which key it is short, and where, without the value', () => {
  const sealed = createCipher(testKeys('lost')).seal('13800001111', place);
  expect(() => cipher.open(sealed, place)).toThrow(
    'Personal data, application XCTY-2026-000001, phone: key lost is not in PERSONAL_KEY_FILE',
  );
});

test('refuses a value in clear instead of taking it for one', () => {
  expect(() => cipher.open('13800001111', place)).toThrow('kept in clear');
  try {
    cipher.open('13800001111', place);
  } catch (error) {
    expect(String(error)).not.toContain('13800001111');
  }
});

test('opens an erased value as nothing', () => {
  expect(cipher.open(ERASED, place)).toBeNull();
  expect(isCurrent(ERASED, cipher)).toBe(true);
});

test('seals with the first key, and opens with every key', () => {
  const old = cipher.seal('13800001111', place);
  const [added] = testKeys('two').encryption;
  const rotated = createCipher({ ...keys, encryption: [added!, ...keys.encryption] });
  expect(rotated.open(old, place)).toBe('13800001111');
  expect(isCurrent(old, rotated)).toBe(false);
  expect(isCurrent(rotated.seal('x', place), rotated)).toBe(true);
});

test('reads the keys again for a value that another process sealed with a newer one', () => {
  const [added] = testKeys('two').encryption;
  const newer = { ...keys, encryption: [added!, ...keys.encryption] };
  const running = createCipher(keys, () => newer);
  expect(running.open(createCipher(newer).seal('x', place), place)).toBe('x');
  expect(running.activeKey).toBe('two');
});

test('makes the same digest of the same words, another for another kind, and none without the key', () => {
  expect(cipher.digest('phone', '1')).toBe(createCipher(keys).digest('phone', '1'));
  expect(cipher.digest('phone', '1')).not.toBe(cipher.digest('email', '1'));
  expect(cipher.digest('phone', '1')).not.toBe(createCipher(testKeys('one')).digest('phone', '1'));
});
