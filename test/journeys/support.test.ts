import { newKey } from '../api/way';
import { told } from '../api/wire';
import { applicant } from '../world/people';
import { journeyOf } from './journey';
import { openTown, type Town } from './town';

jest.setTimeout(240_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const ask = (institution: string, measure: string) =>
  town.house.call(applicant, 'POST', `/api/v1/cases/${institution}/support`, {
    body: { measure, statement: '申请扶持' },
    headers: newKey(),
  });

test('an institution is supported: examined, opined on, granted, paid, looked at again after a year, and heard before it ends', async () => {
  const licensing = await town.apply({ serviceMode: 'kindergarten', ownership: 'nonProfit' });
  await licensing.advance('issue');
  expect(told(await ask(licensing.caseId, 'taxRelief'))).toEqual([409, 'noCertificate']);
  await licensing.certified();
  const { body } = await town.house.call(applicant, 'GET', `/api/v1/cases/${licensing.caseId}/support`);
  const eligible = (body.measures as { id: string; eligible: boolean }[]).filter((each) => each.eligible);
  expect(eligible.map(({ id }) => id)).toEqual(['publicClassSubsidy', 'taxRelief']);
  expect(told(await ask(licensing.caseId, 'lottery'))).toEqual([422, 'unknownSupport']);
  const begun = await ask(licensing.caseId, 'publicClassSubsidy');
  expect([begun.status, begun.body.kind]).toEqual([201, 'support']);
  expect(told(await ask(licensing.caseId, 'publicClassSubsidy'))).toEqual([409, 'supportUnderWay']);

  const support = journeyOf(town, begun.body.caseId as string);
  await support.answer('submitSupport');
  await support.answer('examineSupport');
  await support.answer('opineSupport');
  await support.answer('draftSupport');
  expect(await support.shown()).toMatchObject({ support: { draft: null } });
  await support.answer('signSupport');
  await support.lettersServed('supportGranted');
  expect(support.mails('扶持决定书')[0]).toContain('10000 元');
  await support.answer('paySupport');
  const { nextRecheck } = (await support.file()).support!;
  expect(await support.shown()).toMatchObject({ support: { payments: [{ yuan: 10_000 }], nextRecheck } });

  await support.sleepUntil(nextRecheck!);
  await support.eventually('recheckDue');
  await support.act('recheckSupport', {
    act: 'recheckSupport',
    result: 'failed',
    report: '已不招收公益性托班',
  });
  await support.act('considerSupportEnd', { act: 'proposeSupportEnd', grounds: '不再符合条件' });
  await support.lettersServed('supportEndProposed');
  await support.answer('contest');
  await support.answer('signSupportEnd');
  await support.lettersServed('supportEnded');
  expect(await town.world.finished(support.caseId)).toBe('supportEnded');
  const again = await ask(licensing.caseId, 'publicClassSubsidy');
  expect(again.body.caseId).toBe(`${support.caseId}-2`);
});
