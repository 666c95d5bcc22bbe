import { randomUUID } from 'node:crypto';
import type { Label } from '../../domain/label';
import { applicantFor } from '../client/people';
import type { OwnSystem } from '../launcher/ownSystem';
import { idle } from './idle';
import { type ListsReport, type Readers, timePages } from './lists';
import { run } from './load';
import { multiplyCases } from './manyCases';
import { type BenchScene, benchScene } from './scene';
import { oneWindowCase } from './workloads';

/** How many go their whole way, and how many wait for acceptance: what is copied. */
const CERTIFIED = 12;
const SUBMITTED = 26;
const CLIENTS = 4;

/**
 * Times the pages of every list among the few cases that are made by acts, and again among `wanted`.
 * @param wanted the least number of cases; copies of the few
 */
export async function runLists(
  wanted: number,
  { settings }: OwnSystem,
  say: (line: Label) => void,
  signal: AbortSignal,
): Promise<ListsReport> {
  const scene = await benchScene(settings, signal);
  const readers = await makeFew(scene, signal);
  await idle(settings.databaseUrl, signal);
  const few = await timePages(scene.client, readers);
  say({ zh: `复制到 ${wanted} 件`, en: `copying them until there are ${wanted} cases` });
  const { before, after } = await multiplyCases(settings.databaseUrl, wanted);
  const many = await timePages(scene.client, readers);
  return { few: { cases: before, times: few }, many: { cases: after, times: many } };
}

async function makeFew({ oneWindow, application, words }: BenchScene, signal: AbortSignal): Promise<Readers> {
  const whole = oneWindowCase(oneWindow, application, words, 'recorded');
  await run(whole, { name: 'burst', clients: CLIENTS, cases: CERTIFIED, pauseMs: 0 }, signal);
  const applicant = applicantFor(application.facts);
  const sending = () => ({ account: applicant, key: randomUUID() });
  for (let n = 1; ; n += 1) {
    const draft = await oneWindow.begin(sending(), application);
    const { body } = await oneWindow.submit(sending(), draft);
    if (n === SUBMITTED) return { applicant, lead: body.itinerary.lead };
  }
}
