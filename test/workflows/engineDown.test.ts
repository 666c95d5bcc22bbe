import { createWorld, type World } from '../world/world';
import { accept, aroundTheLimit } from './acceptance';

jest.setTimeout(40_000);

let world: World;
beforeAll(async () => {
  world = await createWorld({ worker: 'stopped' });
});
afterAll(() => world.close());

describe('the silence of acceptance while the engine is down', () => {
  test('is the law’s and not the timer’s: a late act meets it though the engine was down as the limit passed', async () => {
    const { caseId, dates } = await world.submit();
    await world.settled(caseId);
    await world.stopRelay();
    await world.stopWorker();
    await world.passWithoutEngine(await aroundTheLimit(world, caseId, 48));
    await expect(accept(world, caseId)).rejects.toMatchObject({ code: 'itemNotOpen' });
    await world.resumeEngine();
    const file = await world.settled(caseId);
    expect(file.dates.acceptance).toBe(dates.receipt);
    expect(file.stage).toBe('jointReview');
    const deemed = (await world.events(caseId)).filter((event) => event.type === 'deemedAccepted');
    expect(deemed).toHaveLength(1);
  });

  test('lets an act in the last hour win though the engine was down as the limit passed', async () => {
    const { caseId } = await world.submit();
    await world.settled(caseId);
    await world.stopRelay();
    await world.stopWorker();
    await world.passWithoutEngine(await aroundTheLimit(world, caseId, -1));
    await accept(world, caseId);
    await world.passWithoutEngine(await aroundTheLimit(world, caseId, 48));
    await world.resumeEngine();
    const file = await world.settled(caseId);
    expect(file.stage).toBe('jointReview');
    expect((await world.events(caseId)).map((event) => event.type)).not.toContain('deemedAccepted');
  });
});
