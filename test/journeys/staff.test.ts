import { addDays } from '../../domain/civilDate';
import { openItems } from '../../domain/process';
import { supervisionId } from '../../domain/supervision';
import { applicant } from '../world/people';
import { until } from '../world/until';
import { type Journey, journeyOf } from './journey';
import { openTown, type Town } from './town';

jest.setTimeout(240_000);

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const mailed = (life: Journey, subject: string) =>
  until(`“${subject}” is mailed`, () => {
    const mails = life.mails(subject);
    return Promise.resolve(mails.length > 0 ? mails : null);
  });

test('a health certificate is reminded of, found expired, renewed, and what was found is closed', async () => {
  const licensing = await town.apply({});
  await licensing.certified();
  const life = journeyOf(town, supervisionId(licensing.caseId));
  const today = await life.today();
  const expiresOn = addDays(today, 45);
  const entry = { role: 'carer', classKind: 'toddler', joinedOn: today } as const;
  const health = { document: 'health', issuedOn: today } as const;
  await life.onCase(
    { act: 'enterStaff', person: '周小满', ...entry, documents: [{ ...health, expiresOn }] },
    applicant,
  );

  await life.sleepUntil(addDays(expiresOn, -30));
  expect(await life.eventually('staffDocumentsExpiring')).toMatchObject([{ expiresOn }]);
  expect(await mailed(life, '人员证件即将到期')).toHaveLength(1);

  await life.sleepUntil(addDays(expiresOn, 1));
  const [found] = await life.eventually('staffDocumentsExpired');
  expect(found!.documents).toMatchObject([{ document: 'health' }]);
  expect(await mailed(life, '人员证件已过期')).toHaveLength(1);
  const [item] = openItems(await life.file());
  expect(item).toMatchObject({ step: 'orderRectification', unit: 'health' });

  const { member } = found!.documents[0]!;
  const renewed = { document: 'health', issuedOn: await life.today(), expiresOn: addDays(expiresOn, 365) };
  await life.onCase({ act: 'changeStaff', member, ...entry, documents: [renewed] }, applicant);
  const file = await life.file();
  expect(file.items[item!.id]!.status).toBe('closed');
  expect(openItems(file)).toEqual([]);
  const recorded = JSON.stringify(await town.world.events(life.caseId));
  expect(recorded).not.toContain('周小满');
});
