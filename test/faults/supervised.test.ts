import { setTimeout as delay } from 'node:timers/promises';
import { killUntil, type Victims } from '../../infra/faults/killer';
import { victims } from '../../infra/faults/schedule';
import { Supervised } from '../../infra/faults/supervised';
import type { Death, Part } from '../../infra/launcher/part';

/** A part that is no process: it starts after as many failures as it is told, and ends when it is told. */
class Puppet implements Part {
  readonly name = 'worker';
  readonly address = '';
  readonly logFile = '';
  pid: number | null = 1;
  failures = 0;
  private nextPid = 2;
  private listener: ((death: Death) => void) | null = null;

  async start(): Promise<void> {
    if ((this.failures -= 1) >= 0) throw new Error('what it needs is away');
    this.pid = this.nextPid++;
  }

  async stop(): Promise<void> {
    this.pid = null;
  }

  async kill(): Promise<void> {
    this.pid = null;
  }

  onDeath(listener: (death: Death) => void): void {
    this.listener = listener;
  }

  fall(): void {
    this.pid = null;
    this.listener?.({ part: this, how: 'exit code 1', lastLines: [] });
  }
}

const never = new AbortController().signal;

test('a killed part is started again after its time away, and the outage is on record', async () => {
  const puppet = new Puppet();
  const supervised = new Supervised(puppet, never);
  await supervised.kill(20);
  expect(puppet.pid).toBe(2);
  expect(supervised.fate).toMatchObject({ kills: 1, falls: 0 });
  const [{ from, to }] = supervised.fate.outages as [{ from: string; to: string }];
  expect(Date.parse(to) - Date.parse(from)).toBeGreaterThanOrEqual(19);
});

test('a part that falls by itself, and cannot start at first, is started until it runs', async () => {
  const puppet = new Puppet();
  const supervised = new Supervised(puppet, never);
  puppet.failures = 1;
  puppet.fall();
  await supervised.up();
  expect(puppet.pid).toBe(2);
  expect(supervised.fate).toMatchObject({ kills: 0, falls: 2 });
  expect(supervised.fate.outages).toHaveLength(1);
});

test('nothing is started any more once the run has ended', async () => {
  const puppet = new Puppet();
  const run = new AbortController();
  const supervised = new Supervised(puppet, run.signal);
  const killing = supervised.kill(60_000);
  await delay(10);
  run.abort(new Error('stopped'));
  await expect(killing).rejects.toThrow();
  expect(puppet.pid).toBeNull();
});

test('the killing ends when it is over, with every part up', async () => {
  const puppets = victims.map(() => new Puppet());
  const parts = Object.fromEntries(
    victims.map((name, index) => [name, new Supervised(puppets[index]!, never)]),
  ) as unknown as Victims;
  const over = new AbortController();
  const killing = killUntil(over.signal, 1, parts);
  puppets[0]!.fall();
  over.abort();
  await killing;
  expect(puppets.map(({ pid }) => pid)).toEqual([2, 1, 1, 1]);
});
