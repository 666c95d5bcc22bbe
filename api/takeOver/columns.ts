import type { Label, Labels } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { classKinds, ownerships, serviceForms, serviceModes } from '../../domain/vocabulary';

/** A column of the file by which institutions are taken over; `at` is where its value stands in the entry. */
export interface Column {
  readonly key: string;
  readonly zh: string;
  /** Whether a file without it is refused; a cell of another column may be needed all the same. */
  readonly needed: boolean;
  readonly at: string;
  readonly read: (cell: string, plan: Plan) => unknown;
  /** The words of which its cells are made, for whoever wrote another. */
  readonly words: (plan: Plan) => readonly string[];
}

const facts = '/application/facts';

/** The columns, in the order of the documentation (docs/how-to/take-over.md). */
export const columns: readonly Column[] = [
  column('organisation', '举办者', '/organisation'),
  column('name', '机构名称', '/application/institution/name'),
  column('address', '机构地址', '/application/institution/address'),
  column('subdistrict', '街道', `${facts}/subdistrict`, subdistrictOf, subdistrictNames),
  column('serviceMode', '服务模式', `${facts}/serviceMode`, ...oneOf(serviceModes)),
  column(
    'serviceForms',
    '服务形式',
    `${facts}/serviceForms`,
    (cell) => parts(cell).map((part) => keyOf(serviceForms, part)),
    namesOf(serviceForms),
  ),
  column('ownership', '机构性质', `${facts}/ownership`, ...oneOf(ownerships)),
  optional('unifiedCode', '统一社会信用代码', `${facts}/existingRegistration/unifiedCode`),
  optional('registeredBy', '登记机关', '/registration/authority'),
  optional('registeredOn', '登记日期', '/registration/registeredOn', day),
  column('receiptNo', '备案回执编号', '/filing/receiptNo'),
  column('filedOn', '备案日期', '/filing/filedOn', day),
  optional('certificateNo', '证书编号', '/certificateNo'),
  column('places', '托位数', `${facts}/places`, number),
  column('classes', '班级', `${facts}/classes`, (cell) =>
    counted(cell).map(({ name, count }) => ({ kind: keyOf(classKinds, name), places: count })),
  ),
  column('meals', '是否供餐', `${facts}/meals`, ...yesOrNo()),
  optional('carers', '保育人员', `${facts}/staff/carers`, (cell) =>
    Object.fromEntries(counted(cell).map(({ name, count }) => [keyOf(classKinds, name), count])),
  ),
  optional('headHasDegree', '负责人大专以上', `${facts}/staff/headHasDegree`, ...yesOrNo()),
  optional('headYears', '负责人工作年限', `${facts}/staff/headYears`, number),
  optional('noCrimeProof', '无犯罪记录证明', `${facts}/staff/noCrimeProof`, ...yesOrNo()),
  optional('areaSquareMetres', '建筑面积', `${facts}/premises/areaSquareMetres`, number),
  optional('highestFloor', '最高楼层', `${facts}/premises/highestFloor`, number),
  optional('usesBasement', '使用地下室', `${facts}/premises/usesBasement`, ...yesOrNo()),
  optional('windowShare', '窗地面积比', `${facts}/premises/windowShare`, number),
  optional('videoDays', '监控保存天数', `${facts}/premises/videoDays`, number),
  column('person', '联系人', '/application/contact/person'),
  column('phone', '联系电话', '/application/contact/phone'),
  column('email', '电子邮箱', '/application/contact/email'),
  optional('idNumber', '身份证号', '/application/contact/idNumber'),
  column('statement', '核实情况', '/statement'),
];

type Reading = readonly [read?: Column['read'], words?: Column['words']];

function column(key: string, zh: string, at: string, ...reading: Reading): Column {
  const [read = asItStands, words = () => []] = reading;
  return { key, zh, needed: true, at, read, words };
}

function optional(...described: Parameters<typeof column>): Column {
  return { ...column(...described), needed: false };
}

function oneOf(labels: Labels<string>) {
  return [(cell: string) => keyOf(labels, cell), namesOf(labels)] as const;
}

function yesOrNo(): Reading {
  return [yesNo, () => ['是', '否']];
}

function namesOf(labels: Labels<string>): Column['words'] {
  return () => Object.values<Label>(labels).map(({ zh }) => zh);
}

/*
 * What a cell cannot be read as, it is handed on as it stands: the entry's own rules say what is wrong with it and what
 * is allowed.
 */

function asItStands(cell: string): string {
  return cell;
}

function number(cell: string): unknown {
  const value = Number(cell.replaceAll(',', ''));
  return Number.isFinite(value) ? value : cell;
}

const answers = new Map<string, boolean>([
  ...['是', '有', 'yes', 'true', '1'].map((word) => [word, true] as const),
  ...['否', '无', 'no', 'false', '0'].map((word) => [word, false] as const),
]);

function yesNo(cell: string): unknown {
  return answers.get(cell.toLowerCase()) ?? cell;
}

/** `2021-03-05`, also where a spreadsheet made `2021/3/5` of it. */
function day(cell: string): string {
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(cell) ?? [];
  return year && month && date ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : cell;
}

function parts(cell: string): string[] {
  return cell
    .split(/[;；、]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** `托小班 20；托大班 25`: each with its number; null where there is none. */
function counted(cell: string): { name: string; count: number | null }[] {
  return parts(cell).map((part) => {
    const [, name = part, count] = /^(.+?)[\s:：]*(\d+)$/.exec(part) ?? [];
    return { name, count: count === undefined ? null : Number(count) };
  });
}

/** A value of a vocabulary by its key or by its name in either language, with or without what stands in brackets. */
function keyOf<V extends string>(labels: Labels<V>, word: string): string {
  const named = Object.entries<Label>(labels).find(([key, { zh, en }]) =>
    [key, zh, plain(zh), en].some((name) => name.toLowerCase() === word.toLowerCase()),
  );
  return named?.[0] ?? word;
}

function plain(zh: string): string {
  return zh.replace(/（.*）/, '').replace(/服务模式$/, '');
}

function subdistrictOf(word: string, plan: Plan): string {
  return subdistricts(plan).find(({ id, name: { zh, en } }) => [id, zh, en].includes(word))?.id ?? word;
}

function subdistrictNames(plan: Plan): string[] {
  return subdistricts(plan).map(({ name }) => name.zh);
}

function subdistricts({ units }: Plan) {
  return units.filter(({ kind }) => kind === 'subdistrict');
}
