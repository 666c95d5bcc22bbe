import { openItems } from '../../domain/process';
import { newKey } from '../api/way';
import { told } from '../api/wire';
import { applicant, official } from '../world/people';
import { journeyOf } from './journey';
import { openTown, type Town } from './town';

jest.setTimeout(240_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const office = official('health', 'coordinator');
const SITE = 14;

const begin = (body: object, who = office) =>
  town.house.call(who, 'POST', `/api/v1/sites/${SITE}/construction`, { body, headers: newKey() });
const site = async () => {
  const { body } = await town.house.call(office, 'GET', '/api/v1/sites');
  return (body.sites as Record<string, unknown>[]).find(({ no }) => no === SITE)!;
};

test('a demonstration site of Annex 2: begun, late, accepted the second time, named, public, and heard before it loses its name', async () => {
  expect(await site()).toMatchObject({
    standing: { zh: '未立件' },
    case: null,
    printedCompletion: '2019年7月',
  });
  const said = { subdistrict: 'shiqiao', ownership: 'forProfit' };
  expect(told(await begin(said))).toEqual([422, 'completionPast']);
  const completion = '2027-06-30';
  expect(told(await begin({ ...said, completion }))).toEqual([422, 'completionPast']);
  const begun = await begin({ ...said, completion, reason: '疫情顺延' });
  expect([begun.status, begun.body.caseId, begun.body.application]).toEqual([201, 'XCTY-D14', null]);
  expect(told(await begin({ ...said, completion, reason: '再次' }))).toEqual([409, 'siteUnderWay']);

  const works = journeyOf(town, 'XCTY-D14');
  const milestone = async (id: string) => {
    const { items, current } = await works.file();
    return items[current[`build-${id}`] ?? '']!;
  };
  const premises = await milestone('premises');
  await works.pass(premises);
  await works.eventually('limitPassed');
  await works.onCase({ act: 'reschedule', completion: '2027-09-30', reason: '场地更换' }, office);
  expect(await site()).toMatchObject({
    standing: { zh: '建设' },
    construction: { completion: '2027-09-30', printedCompletion: '2019年7月' },
  });
  for (const id of ['premises', 'works', 'equipmentAndStaff', 'ready'])
    await works.answer(await milestone(id));
  await works.advance('acceptSite');
  await works.act('acceptSite', {
    act: 'returnSite',
    visitedOn: await works.today(),
    report: '活动室未完工',
    milestones: ['works'],
    completion: '2027-12-31',
  });
  expect(
    openItems(await works.file())
      .map(({ stepId }) => stepId)
      .sort(),
  ).toEqual(['build-ready', 'build-works']);
  for (const id of ['works', 'ready']) await works.answer(await milestone(id));
  await works.advance('proposeName');
  const naming = { act: 'proposeName', grounds: '示范作用明显' } as const;
  expect(await works.refused('proposeName', naming)).toEqual([409, 'notCertified']);

  const licensing = await town.apply({});
  await licensing.certified();
  expect(told(await works.sendOnCase({ act: 'linkLicence', licence: 'XCTY-2026-999999' }, office))).toEqual([
    422,
    'unknownLicence',
  ]);
  await works.onCase({ act: 'linkLicence', licence: licensing.caseId }, office);
  await works.act('proposeName', naming);
  await works.answer('signName');
  await works.lettersServed('named');
  expect(works.mails('示范点命名决定书')).toHaveLength(1);
  const { certificateNo } = await town.world.caseFile(licensing.caseId);
  const named = async () =>
    (await town.house.call(null, 'GET', '/api/v1/register/sites')).body.sites as unknown[];
  expect(await named()).toEqual([expect.objectContaining({ no: SITE, certificateNo })]);
  const register = async () =>
    (
      (await town.house.call(null, 'GET', '/api/v1/register')).body.entries as {
        demonstrationSite: unknown;
      }[]
    )[0];
  expect(await register()).toMatchObject({ certificateNo, demonstrationSite: SITE });
  expect(await works.shown(applicant)).toMatchObject({
    stage: 'named',
    construction: { licence: licensing.caseId },
  });

  await works.onCase({ act: 'raiseLoss', reason: '连续两年不合格' }, office);
  await works.act('considerLoss', { act: 'proposeLoss', grounds: '连续两年不合格' });
  await works.lettersServed('lossProposed');
  await works.act('contest', { act: 'contest', statement: '已整改' });
  expect(await works.refused('signLoss', { act: 'signLoss' })).toEqual([422, 'contestUnanswered']);
  await works.act('signLoss', { act: 'signLoss', answer: '整改未到位' });
  await works.lettersServed('nameLost');
  expect(await town.world.finished('XCTY-D14')).toBe('nameLost');
  expect(await named()).toEqual([]);
  expect(await register()).toMatchObject({ demonstrationSite: null });
});
