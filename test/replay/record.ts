import { version } from '../../package.json';
import { applicant } from '../world/people';
import { createWorld, type World } from '../world/world';
import { keepHistory } from './histories';

jest.setTimeout(120_000);

const scenarios: Record<string, (world: World) => Promise<string>> = {
  async certified(world) {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'end');
    return caseId;
  },
  async serviceWithoutRegistration(world) {
    const { caseId } = await world.submit({ serviceMode: 'family', places: 0, classes: [] });
    await world.advance(caseId, 'end');
    return caseId;
  },
  async deemedAccepted(world) {
    const { caseId } = await world.submit();
    const file = await world.settled(caseId);
    await world.sleepUntil(file.items[`${caseId}.1.accept`]?.deadline.dueAt ?? '');
    await world.env.sleep('1 minute');
    await world.advance(caseId, 'end');
    return caseId;
  },
  async pushThatFailed(world) {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'register');
    world.outside.pushFaults.push(new Error('away'));
    await world.advance(caseId, 'end');
    return caseId;
  },
  async returnedDraftThenRefused(world) {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'decide');
    await world.answer(caseId, 'decide', { act: 'returnDraft', reason: '补充' });
    await world.advance(caseId, 'draft');
    await world.answer(caseId, 'draft', { act: 'draft', result: 'refused', grounds: '不符', answers: [] });
    await world.advance(caseId, 'end');
    return caseId;
  },
  async withdrawn(world) {
    const { caseId } = await world.submit();
    await world.advance(caseId, 'review');
    await world.act(caseId, null, { act: 'withdraw' }, applicant);
    return caseId;
  },
};

/** What `npm run histories` keeps of this release, so that the next ones can replay it. */
test.each(Object.keys(scenarios))('records %s', async (name) => {
  const world = await createWorld();
  try {
    const caseId = await scenarios[name]?.(world);
    if (caseId === undefined) throw new Error(`No scenario ${name}`);
    expect(await world.finished(caseId)).not.toBeNull();
    await keepHistory(world, `v${version}`, name, caseId);
  } finally {
    await world.close();
  }
});
