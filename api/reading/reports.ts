import type { z } from 'zod';
import { dateInShanghai } from '../../domain/civilDate';
import type { Plan } from '../../domain/plan';
import type { WholeReport } from '../../domain/report/life';
import { periodOf } from '../../domain/report/period';
import { perThousand } from '../../domain/report/places';
import { reportPdf } from '../../infra/reports/pdf';
import { reportOf } from '../../infra/reports/reading';
import { reportSpreadsheet } from '../../infra/reports/spreadsheet';
import { reportTitle } from '../../infra/reports/tables';
import type { Report } from '../contracts/report';
import { Problem } from '../http/problem';
import type { Services } from '../services';
import { unitName } from './workItems';

/** A report in each form in which it is handed out. */
export interface ReadReport {
  json(): z.input<typeof Report>;
  xlsx(): Promise<Buffer>;
  pdf(): Promise<Buffer>;
}

/** @throws Problem for what is no period, or one that has not begun */
export async function readReport(services: Services, id: string): Promise<ReadReport> {
  const now = await services.ground.clock.now();
  const period = periodOf(id);
  if (!period) throw new Problem('routeNotFound');
  if (now.toISOString() < period.from) throw new Problem('periodNotBegun');
  const report = await reportOf(services.ground, period, now);
  const drawnOn = dateInShanghai(now);
  const { plan } = await services.plans.inForce(drawnOn);
  const provisional = now.toISOString() < period.until;
  return {
    json: () => view(report, plan, provisional),
    xlsx: () => reportSpreadsheet(report, plan, provisional),
    pdf: () => reportPdf(report, plan, { drawnOn, provisional }),
  };
}

function view(report: WholeReport, plan: Plan, provisional: boolean): z.input<typeof Report> {
  const { period, receivedBySubdistrict, units, findings, ratings, places, ...rest } = report;
  const { id, firstDay, lastDay } = period;
  return {
    ...rest,
    period: { id, firstDay, lastDay },
    provisional,
    title: reportTitle(report, provisional),
    receivedBySubdistrict: Object.entries(receivedBySubdistrict).map(([unit, cases = 0]) => ({
      unit: unitName(plan, unit),
      cases,
    })),
    findings: findings.map(({ unit, ...each }) => ({ unit: unitName(plan, unit), ...each })),
    ratings: [...ratings],
    places: {
      ...places,
      underThree: plan.population?.underThree ?? null,
      perThousand: perThousand(places, plan),
    },
    units: units.map(({ unit, ...each }) => ({ unit: unitName(plan, unit), ...each })),
  };
}
