import { pino } from 'pino';
import { scheduleDaily } from '../../worker/schedule';
import { DIGESTS, DUTY_MAILS, RECONCILIATION } from '../../workflows/names';
import { devEngine } from '../world/engines';

type Engine = Awaited<ReturnType<typeof devEngine>>;

let engine: Engine;
beforeAll(async () => {
  engine = await devEngine();
});
afterAll(() => engine.teardown());

it.each([
  [RECONCILIATION, '19:30:00.000Z'],
  [DIGESTS, '01:15:00.000Z'],
  [DUTY_MAILS, '01:20:00.000Z'],
])(
  'a worker that starts has %s run every day at %s, and leaves the schedule as people set it',
  async (name, time) => {
    const { client } = engine;
    const log = pino({ level: 'silent' });
    await scheduleDaily(client, log);
    const handle = client.schedule.getHandle(name);
    const { action, info } = await handle.describe();
    expect(action).toMatchObject({ type: 'startWorkflow', workflowType: name });
    expect(info.nextActionTimes.map((at) => at.toISOString().slice(11))).toEqual(
      info.nextActionTimes.map(() => time),
    );
    expect(info.nextActionTimes.length).toBeGreaterThan(1);
    await handle.pause('on holiday');
    await scheduleDaily(client, log);
    expect((await handle.describe()).state.paused).toBe(true);
  },
);
