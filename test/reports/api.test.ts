import readSheets from 'read-excel-file/node';
import { periodOf } from '../../domain/report/period';
import { reportOf } from '../../infra/reports/reading';
import { reportSpreadsheet } from '../../infra/reports/spreadsheet';
import { administrator, type House, openHouse } from '../api/house';
import { advance, apply } from '../api/way';
import { told } from '../api/wire';
import { objectsOf, textOf } from '../documents/pdfText';
import { official } from '../world/people';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const coordinator = official('health', 'coordinator');

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await advance(house, await apply(house), 'end');
  await advance(house, await apply(house), 'draft');
});
afterAll(() => house.close());

const get = (path: string, accept = 'application/json', who = coordinator) =>
  house.call(who, 'GET', `/api/v1/reports/${path}`, { headers: { accept } });

/** The rows of each sheet, by its name. */
async function sheetsOf(bytes: Buffer): Promise<Record<string, unknown[][]>> {
  const sheets = await readSheets(bytes);
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]));
}

describe('a report over the API', () => {
  it('is JSON with names, up to now where its period is not over', async () => {
    const { status, body, headers } = await get('2026-09');
    expect(status).toBe(200);
    expect(headers.get('vary')).toBe('Accept');
    expect(body).toMatchObject({
      period: { id: '2026-09', firstDay: '2026-09-01', lastDay: '2026-09-30' },
      provisional: true,
      title: { zh: '托育机构审批月报 2026-09（期间未满）' },
      received: 2,
      receivedByMode: { private: 2 },
      receivedBySubdistrict: [{ unit: { id: 'shiqiao', name: { zh: '石桥街道' } }, cases: 2 }],
      closed: { certified: 1 },
      open: { decision: 1 },
      places: { institutions: 1, places: 30, underThree: null, perThousand: null },
      days: { offices: { median: 0, longest: 0 }, nobody: { median: 0, longest: 0 } },
    });
    const units = body.units as { unit: { id: string } }[];
    expect(units.find(({ unit }) => unit.id === 'fire')).toMatchObject({
      inTime: 2,
      rate: 100,
      stillOpen: 0,
    });
  });

  it.each([
    ['2026-09', XLSX],
    ['2026-09?as=xlsx', 'application/pdf'],
  ])('is a spreadsheet that says the same (%s, Accept: %s)', async (path, accept) => {
    const { bytes, headers } = await get(path, accept, administrator);
    expect(headers.get('content-type')).toBe(XLSX);
    expect(headers.get('content-disposition')).toBe('attachment; filename="report-2026-09.xlsx"');
    const sheets = await sheetsOf(bytes);
    expect(Object.keys(sheets)).toEqual([
      '收件、办结、在办',
      '办结件用时（工作日）',
      '各环节用时（各单位的工作日）',
      '各单位按期率（考核）',
      '托位',
    ]);
    const [title, english, , zh, en, first] = sheets['收件、办结、在办']!;
    expect([title![0], english![0]]).toEqual([
      '托育机构审批月报 2026-09（期间未满）',
      'Approval of childcare institutions, 2026-09 (not over yet)',
    ]);
    expect([zh, en, first]).toEqual([
      ['项目', '其中', '件数'],
      ['Count', 'Of which', 'Cases'],
      ['收件 Received', '合计 All', 2],
    ]);
    const fire = sheets['各单位按期率（考核）']!.find(([unit]) => String(unit).startsWith('消防'));
    expect(fire!.slice(1)).toEqual([100, 2, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('is a tagged PDF with its fonts, whose heads are heads and whose English is marked', async () => {
    const { bytes, headers } = await get('2026-09?as=pdf');
    expect(headers.get('content-type')).toBe('application/pdf');
    const text = textOf(bytes);
    for (const part of [
      '托育机构审批月报 2026-09（期间未满）',
      '2026-09-28 统计',
      '消防救援下城大队',
      'Joint review',
    ])
      expect(text).toContain(part);
    const dictionaries = [...objectsOf(bytes).values()].map(({ dictionary }) => dictionary);
    const tagged = (tag: string) => dictionaries.filter((each) => each.includes(`/S /${tag}\n`)).length;
    expect([tagged('H1'), tagged('H2'), tagged('Table')]).toEqual([1, 5, 5]);
    expect(tagged('TH')).toBe(3 + 3 + 3 + 10 + 3);
    expect(dictionaries.some((each) => each.includes('/Scope /Column'))).toBe(true);
    expect(dictionaries.some((each) => each.includes('/FontFile2'))).toBe(true);
    expect((await get('2026-09?as=pdf')).bytes.equals(bytes)).toBe(true);
  });

  it('never lets a name begin a formula', async () => {
    const { services, version } = house;
    const report = await reportOf(services.ground, periodOf('2026-09')!, house.time.now);
    const evil = { zh: '=HYPERLINK("http://x")', en: 'Fire' };
    const units = version.plan.units.map((unit) => (unit.id === 'fire' ? { ...unit, name: evil } : unit));
    const sheets = await sheetsOf(await reportSpreadsheet(report, { ...version.plan, units }, true));
    const names = sheets['各单位按期率（考核）']!.map(([unit]) => unit);
    expect(names).toContain(`'=HYPERLINK("http://x") Fire`);
  });

  it.each([
    ['2026-9', 404, 'routeNotFound'],
    ['2026-13', 404, 'routeNotFound'],
    ['2026-10', 404, 'periodNotBegun'],
    ['2027', 404, 'periodNotBegun'],
    ['2026?as=csv', 400, 'malformedRequest'],
    ['2026?colour=red', 400, 'malformedRequest'],
  ])('refuses %s', async (path, status, code) => {
    expect(told(await get(path))).toEqual([status, code]);
  });

  it('is for the leading group’s office and administrators', async () => {
    for (const who of [official('health', 'head'), official('shiqiao', 'caseOfficer')])
      expect(told(await get('2026-09', XLSX, who))).toEqual([403, 'roleMissing']);
  });
});
