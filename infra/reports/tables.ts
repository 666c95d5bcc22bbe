import { type Label, type Labels, valuesOf } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { courts } from '../../domain/report/court';
import { turns } from '../../domain/report/itemCourse';
import type { LifeReport, WholeReport } from '../../domain/report/life';
import { perThousand } from '../../domain/report/places';
import type { Report } from '../../domain/report/report';
import type { Spread } from '../../domain/report/spread';
import type { UnitReport } from '../../domain/report/unitTally';
import { severities } from '../../domain/supervision';
import { unitNameOf } from '../../domain/unitName';
import { outcomes, serviceModes, stages } from '../../domain/vocabulary';

/** A name, a number, or nothing to say. */
export type Cell = Label | number | null;

/** One table of a report, as every form of it shows: text, spreadsheet, PDF. */
export interface ReportTable {
  readonly title: Label;
  readonly heads: readonly Label[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A report as tables; those that have nothing to tell are left out. */
export function reportTables(report: WholeReport, plan: Plan): ReportTable[] {
  const tables = [
    casesTable(report, plan),
    courtsTable(report),
    stagesTable(report),
    unitsTable(report, plan),
    findingsTable(report, plan),
    ratingsTable(report, plan),
    placesTable(report, plan),
  ];
  return tables.filter(({ rows }) => rows.length > 0);
}

/** What a report is called. @param provisional its period is not over */
export function reportTitle({ period }: Report, provisional: boolean): Label {
  const isYear = period.id.length === 4;
  return {
    zh: `托育机构审批${isYear ? '年' : '月'}报 ${period.id}${provisional ? '（期间未满）' : ''}`,
    en: `Approval of childcare institutions, ${period.id}${provisional ? ' (not over yet)' : ''}`,
  };
}

const all: Label = { zh: '合计', en: 'All' };
const median: Label = { zh: '中位', en: 'Median' };
const longest: Label = { zh: '最长', en: 'Longest' };

function casesTable(report: Report, plan: Plan): ReportTable {
  const { received, receivedByMode, receivedBySubdistrict, closed, reopened, open } = report;
  const inbound: Label = { zh: '收件', en: 'Received' };
  const done: Label = { zh: '办结', en: 'Closed' };
  const waiting: Label = { zh: '期末在办', en: 'Open at its end' };
  const units = Object.fromEntries(
    Object.keys(receivedBySubdistrict).map((id) => [id, unitNameOf(plan, id)]),
  );
  return {
    title: { zh: '收件、办结、在办', en: 'Cases received, closed and open' },
    heads: [
      { zh: '项目', en: 'Count' },
      { zh: '其中', en: 'Of which' },
      { zh: '件数', en: 'Cases' },
    ],
    rows: [
      [inbound, all, received],
      ...counted(inbound, receivedByMode, serviceModes),
      ...counted(inbound, receivedBySubdistrict, units),
      [done, all, sum(closed)],
      ...counted(done, closed, outcomes),
      ...(reopened > 0
        ? [[done, { zh: '此前办结、本期更正后重开', en: 'Closed before, opened again' }, reopened]]
        : []),
      [waiting, all, sum(open)],
      ...counted(waiting, open, stages),
    ],
  };
}

function courtsTable({ days }: Report): ReportTable {
  return {
    title: { zh: '办结件用时（工作日）', en: 'Working days of the closed cases' },
    heads: [{ zh: '等待对象', en: 'In whose court' }, median, longest],
    rows: days ? spreadRows(days, courts) : [],
  };
}

function stagesTable({ stages: days }: Report): ReportTable {
  return {
    title: { zh: '各环节用时（各单位的工作日）', en: "Working days at each stage, the offices' own" },
    heads: [{ zh: '环节', en: 'Stage' }, median, longest],
    rows: spreadRows(days, stages),
  };
}

function unitsTable({ units }: Report, plan: Plan): ReportTable {
  return {
    title: { zh: '各单位按期率（考核）', en: 'How each unit kept its limits' },
    heads: [
      { zh: '单位', en: 'Unit' },
      { zh: '按期率%', en: 'In time %' },
      ...valuesOf(turns).map((turn) => turns[turn]),
      { zh: '期末仍逾期未办', en: 'Still unanswered' },
      { zh: '用时中位（工作日）', en: 'Median working days' },
      { zh: '用时最长（工作日）', en: 'Longest working days' },
    ],
    rows: units.map((unit) => unitRow(unit, plan)),
  };
}

function findingsTable({ findings }: LifeReport, plan: Plan): ReportTable {
  return {
    title: { zh: '监管发现的问题', en: 'Findings of supervision' },
    heads: [
      { zh: '单位', en: 'Unit' },
      ...valuesOf(severities).map((severity) => severities[severity]),
      { zh: '本期了结', en: 'Closed' },
      { zh: '其中按期整改', en: 'Of which rectified in time' },
      { zh: '期末未了结', en: 'Open at its end' },
    ],
    rows: findings.map(({ unit, minor, serious, grave, closed, inTime, open }) => [
      unitNameOf(plan, unit),
      ...[minor, serious, grave, closed, inTime, open],
    ]),
  };
}

function ratingsTable({ ratings }: LifeReport, plan: Plan): ReportTable {
  const nameOf = (id: string | null): Label =>
    plan.evaluation.ratings.find((rating) => rating.id === id)?.name ??
    (id === null ? { zh: '未评定', en: 'Not rated' } : { zh: id, en: id });
  return {
    title: { zh: '年度评估等级', en: 'Ratings of the annual evaluation' },
    heads: [
      { zh: '年度', en: 'Year' },
      { zh: '等级', en: 'Rating' },
      { zh: '机构数', en: 'Institutions' },
    ],
    rows: ratings.map(({ year, rating, institutions }) => [year, nameOf(rating), institutions]),
  };
}

function placesTable({ places }: WholeReport, plan: Plan): ReportTable {
  const notEntered: Label = { zh: '方案未填人口数', en: 'The plan has no population' };
  return {
    title: { zh: '托位', en: 'Places' },
    heads: [
      { zh: '期末在办机构', en: 'Institutions open at its end' },
      { zh: '托位数', en: 'Places' },
      { zh: '每千名3岁以下婴幼儿托位数', en: 'Places per 1,000 children under 3' },
    ],
    rows:
      places.institutions === 0
        ? []
        : [[places.institutions, places.places, perThousand(places, plan) ?? notEntered]],
  };
}

function unitRow(report: UnitReport, plan: Plan): Cell[] {
  const { unit, rate, stillOpen, days } = report;
  const counts = valuesOf(turns).map((turn) => report[turn]);
  return [unitNameOf(plan, unit), rate, ...counts, stillOpen, days?.median ?? null, days?.longest ?? null];
}

function spreadRows<K extends string>(
  spreads: Readonly<Partial<Record<K, Spread>>>,
  names: Labels<K>,
): Cell[][] {
  return valuesOf(names).flatMap((key) => {
    const spread = spreads[key];
    return spread ? [[names[key], spread.median, spread.longest]] : [];
  });
}

/** The counts there are, in the order of their names. */
function counted(
  item: Label,
  counts: Readonly<Partial<Record<string, number>>>,
  names: Labels<string>,
): Cell[][] {
  return Object.entries(names).flatMap(([key, name]) => {
    const count = counts[key];
    return count === undefined ? [] : [[item, name, count]];
  });
}

function sum(counts: Readonly<Partial<Record<string, number>>>): number {
  return Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);
}
