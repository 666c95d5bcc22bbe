import type { Label, Labels } from '../../domain/label';
import { handlings, ownerships, steps } from '../../domain/vocabulary';

/** What the entries of a plan are called; ids and vocabulary values have their own names. */
const entryWords: Readonly<Record<string, Label>> = {
  id: { zh: '代码', en: 'Id' },
  caseNumberPrefix: { zh: '案号前缀', en: 'Case number prefix' },
  district: { zh: '区名', en: 'District' },
  title: { zh: '方案名称', en: 'Title' },
  document: { zh: '发文', en: 'Document' },
  units: { zh: '单位', en: 'Unit' },
  leadingGroupOffice: { zh: '领导小组办公室', en: "Leading group's office" },
  filingAuthority: { zh: '备案机关', en: 'Filing authority' },
  serviceForms: { zh: '服务形式', en: 'Service forms' },
  modes: { zh: '服务模式', en: 'Mode' },
  registrars: { zh: '登记机关', en: 'Registrar' },
  clocks: { zh: '时限', en: 'Clock' },
  clockTable: { zh: '各环节时限', en: 'Clock table' },
  materials: { zh: '材料', en: 'Paper' },
  standards: { zh: '标准', en: 'Standard' },
  evaluation: { zh: '年度评估', en: 'Annual evaluation' },
  remedy: { zh: '救济途径', en: 'Remedy' },
  ladder: { zh: '催办层级', en: 'Ladder of warnings' },
  digestTo: { zh: '每日汇总', en: 'Daily digest' },
  correction: { zh: '补正', en: 'Correction' },
  hearing: { zh: '听证', en: 'Hearing' },
  calendar: { zh: '日历', en: 'Calendar' },
  demonstrationSites: { zh: '示范点', en: 'Demonstration site' },
  name: { zh: '名称', en: 'name' },
  duties: { zh: '职责', en: 'duties' },
  mark: { zh: '机关代字', en: 'mark' },
  pausedBy: { zh: '不计入期限的事项', en: 'stopped by' },
  rungs: { zh: '层级', en: 'rungs' },
  days: { zh: '天数', en: 'days' },
  to: { zh: '对象', en: 'to' },
  acceptance: { zh: '受理', en: 'acceptance' },
  noticeDays: { zh: '提前告知天数', en: 'days of notice' },
  kind: { zh: '类别', en: 'kind' },
  basis: { zh: '依据', en: 'basis' },
  clause: { zh: '条款', en: 'clause' },
  source: { zh: '来源', en: 'source' },
  confirmed: { zh: '已确认', en: 'confirmed' },
  note: { zh: '说明', en: 'note' },
  lead: { zh: '牵头单位', en: 'lead' },
  consulted: { zh: '配合单位', en: 'consulted' },
  accepts: { zh: '受理单位', en: 'accepts' },
  reviews: { zh: '会签单位', en: 'reviews' },
  decides: { zh: '审批单位', en: 'decides' },
  supervisingAuthority: { zh: '业务主管单位', en: 'supervising authority' },
  registers: { zh: '须登记', en: 'registers' },
  handling: { zh: '办理方式', en: 'handling' },
  needsEndorsement: { zh: '须先经业务主管单位同意', en: 'needs endorsement' },
  startsFrom: { zh: '起算', en: 'starts from' },
  silence: { zh: '逾期效果', en: 'silence' },
  extension: { zh: '延长', en: 'extension' },
  limit: { zh: '期限', en: 'limit' },
  by: { zh: '批准人', en: 'granted by' },
  decision: { zh: '审批', en: 'decision' },
  registration: { zh: '登记', en: 'registration' },
  byStep: { zh: '环节', en: 'step' },
  stage: { zh: '环节', en: 'stage' },
  ownerships: { zh: '机构性质', en: 'ownerships' },
  onlyWithMeals: { zh: '仅供餐时', en: 'only with meals' },
  unit: { zh: '单位', en: 'unit' },
  zh: { zh: '中文', en: 'in Chinese' },
  en: { zh: '英文', en: 'in English' },
  issuer: { zh: '发文单位', en: 'issuer' },
  issuedOn: { zh: '印发日期', en: 'issued on' },
  inForceFrom: { zh: '施行日期', en: 'in force from' },
  body: { zh: '复议机关', en: 'review body' },
  classKind: { zh: '班型', en: 'class' },
  max: { zh: '上限', en: 'at most' },
  min: { zh: '下限', en: 'at least' },
  minYears: { zh: '最少年限', en: 'years at least' },
  minSquareMetres: { zh: '最小面积（平方米）', en: 'square metres at least' },
  childrenPerCarer: { zh: '每名保育人员最多照护人数', en: 'children to a carer' },
  degree: { zh: '学历', en: 'degree' },
  basementAllowed: { zh: '可使用地下室', en: 'basement allowed' },
  printed: { zh: '原文', en: 'as printed' },
  mode: { zh: '模式', en: 'mode' },
  address: { zh: '地址', en: 'address' },
  area: { zh: '面积', en: 'area' },
  scale: { zh: '预计招生规模', en: 'expected size' },
  completion: { zh: '预计建设完成时间', en: 'expected completion' },
  responsibleUnit: { zh: '负责单位', en: 'responsible unit' },
  remark: { zh: '备注', en: 'remark' },
  nameIsProvisional: { zh: '暂定名称', en: 'provisional name' },
  areaSquareMetres: { zh: '面积（平方米）', en: 'square metres' },
  areaPerClass: { zh: '每班面积', en: 'square metres a class' },
  classes: { zh: '班数', en: 'classes' },
  opensOn: { zh: '启动日期', en: 'opens on' },
  coverage: { zh: '最低评分覆盖率', en: 'coverage at least' },
  indicators: { zh: '指标', en: 'indicators' },
  scoredBy: { zh: '评分单位', en: 'scored by' },
  weight: { zh: '权重', en: 'weight' },
  ratings: { zh: '等级', en: 'ratings' },
  from: { zh: '最低分', en: 'from' },
  leadsTo: { zh: '结果运用', en: 'leads to' },
  places: { zh: '托位', en: 'places' },
};

/** The clock table's keys: steps, handlings and ownerships. */
const vocabulary: Readonly<Partial<Labels<string>>> = { ...steps, ...handlings, ...ownerships };

/** The sections whose entries have ids of their own, which are no words. */
const listed = [
  'units',
  'modes',
  'registrars',
  'clocks',
  'materials',
  'standards',
  'calendar',
  'demonstrationSites',
];

/** A path in words: `服务模式 family 受理单位`; the `value` of an assignment says nothing. */
export function pathInWords(path: readonly string[]): Label {
  const words = path
    .map((key, index): Label | undefined => {
      const isId = index === 1 && listed.includes(path[0] ?? '');
      return isId ? undefined : (entryWords[key] ?? vocabulary[key]);
    })
    .map((word, index) => word ?? { zh: path[index] ?? '', en: path[index] ?? '' })
    .filter((_, index) => path[index] !== 'value' || index < 2);
  return { zh: words.map(({ zh }) => zh).join(' '), en: words.map(({ en }) => en).join(' ') };
}
