import type { ApplicationFacts } from '../../domain/application';
import { stages } from '../../domain/vocabulary';
import { applicant, official } from '../world/people';
import { createWorld, type World } from '../world/world';

jest.setTimeout(40_000);

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const existing = { unifiedCode: '12330103MA9001372A', changes: true };
const journeys: readonly { name: string; changes: Partial<ApplicationFacts>; way: string }[] = [
  {
    name: 'a family service point registers nowhere and is filed as such',
    changes: { serviceMode: 'family', places: 0, classes: [] },
    way: 'acceptance jointReview decision filing certificate',
  },
  {
    name: 'a public kindergarten changes its registration at 编办',
    changes: { serviceMode: 'kindergarten', ownership: 'publicInstitution', existingRegistration: existing },
    way: Object.keys(stages).join(' '),
  },
  {
    name: 'a kindergarten whose registration stays as it is goes straight to filing',
    changes: {
      serviceMode: 'kindergarten',
      ownership: 'publicInstitution',
      existingRegistration: { ...existing, changes: false },
    },
    way: 'acceptance jointReview decision filing certificate',
  },
  {
    name: 'a community site is registered by 民政局 once its supervising authority agrees',
    changes: { serviceMode: 'community' },
    way: Object.keys(stages).join(' '),
  },
  {
    name: 'an employer’s site passes the union, the subdistrict and three departments',
    changes: { serviceMode: 'employer' },
    way: Object.keys(stages).join(' '),
  },
  {
    name: 'a private for-profit institution is registered by 市场监管局',
    changes: { serviceMode: 'private', ownership: 'forProfit' },
    way: Object.keys(stages).join(' '),
  },
];

test.each(journeys)('$name', async ({ changes, way }) => {
  const { caseId } = await world.submit(changes);
  const file = await world.advance(caseId, 'end');
  expect(file.outcome).toBe('certified');
  expect(file.certificateNo).toMatch(/-C-/);
  const events = await world.events(caseId);
  const passed = events.flatMap((event) => (event.type === 'stageOpened' ? [event.stage] : []));
  expect([...new Set(passed)].join(' ')).toBe(way);
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1));
  expect(await world.finished(caseId)).toBe('certified');
});

test('refusal at acceptance ends the case with its reason on record', async () => {
  const { caseId } = await world.submit();
  const file = await world.answer(caseId, 'accept', { act: 'decline', reason: '不属于本机关职权范围' });
  expect(file.outcome).toBe('notAccepted');
  expect(await world.finished(caseId)).toBe('notAccepted');
  const mail = world.outside.mails.find(
    (each) => each.subject.includes('不予受理') && each.subject.includes(caseId),
  );
  expect(mail?.text).toContain('不属于本机关职权范围');
  expect(mail?.text).toContain('行政复议');
});

test('refusal at the decision names the grounds, the review body and the time limit', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'draft');
  const grounds = '消防条件不符合要求';
  await world.answer(caseId, 'draft', { act: 'draft', result: 'refused', grounds, answers: [] });
  await world.advance(caseId, 'decide');
  const file = await world.answer(caseId, 'decide');
  expect(file.outcome).toBe('refused');
  await world.finished(caseId);
  const mail = world.outside.mails.find(
    (each) => each.subject.includes('不予许可') && each.subject.includes(caseId),
  );
  const { remedy } = world.version.plan;
  for (const words of [grounds, remedy.body.zh, remedy.limit.zh]) expect(mail?.text).toContain(words);
});

test('the applicant withdraws until the decision, and not after it', async () => {
  const early = await world.submit();
  await world.advance(early.caseId, 'review');
  expect((await world.act(early.caseId, null, { act: 'withdraw' }, applicant)).outcome).toBe('withdrawn');

  const late = await world.submit();
  await world.advance(late.caseId, 'register');
  await expect(world.act(late.caseId, null, { act: 'withdraw' }, applicant)).rejects.toMatchObject({
    code: 'wrongStage',
  });
});

test('a returned draft is drafted anew and signed by another person', async () => {
  const { caseId } = await world.submit();
  await world.advance(caseId, 'decide');
  await world.answer(caseId, 'decide', { act: 'returnDraft', reason: '请补充依据' });
  const redraft = await world.advance(caseId, 'draft');
  expect(redraft.draft).toBeNull();
  await world.answer(caseId, 'draft');
  const waiting = await world.advance(caseId, 'decide');
  const drafter = { ...official('shiqiao', 'decisionMaker'), sub: waiting.draft?.by ?? '' };
  await expect(
    world.act(caseId, waiting.current.decide ?? '', { act: 'decide', result: 'granted' }, drafter),
  ).rejects.toMatchObject({ code: 'fourEyes' });
  expect((await world.advance(caseId, 'end')).outcome).toBe('certified');
});
