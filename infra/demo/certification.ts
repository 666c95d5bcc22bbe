import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ActBody } from '../../domain/act';
import type { Label } from '../../domain/label';
import type { DemonstrationSite, Plan } from '../../domain/plan';
import { steps } from '../../domain/vocabulary';
import type { OneWindow } from '../client/oneWindow';
import { answererOf, nextItems, straightAct } from '../client/straightAct';
import type { CaseView, WorkItemView } from '../client/wire';
import { apply } from './application';
import type { Bureau } from './bureau';
import { uploadPapers } from './papers';
import { sampleOf } from './sample';
import { type SideRoad, sideRoads, turnAt } from './sideRoads';

/** Told of each act of a case, and of its beginning and end. */
export type Progress = (site: DemonstrationSite, what: Label) => void;

/** The running system, and what it is demonstrated by. */
export interface Scene {
  readonly oneWindow: OneWindow;
  readonly bureau: Bureau;
  readonly plan: Plan;
  readonly progress: Progress;
}

const WAIT_SECONDS = 10;
const BETWEEN_LOOKS_MS = 300;
/** How long the engine may take from one step to the next before the demonstration gives up. */
const PATIENCE_MS = 120_000;
const FAILED_PUSHES = 2;

const words = {
  grounds: '经审查，符合设置标准和条件（示例）',
  findingAnswer: '已现场核实并要求补充，同意（示例）',
};

/** Drives one site from its application to its end, as the roles would. @returns the closed case */
export async function certify(scene: Scene, site: DemonstrationSite): Promise<CaseView> {
  const { oneWindow, progress } = scene;
  const { account, caseId } = await apply(scene, site);
  progress(site, { zh: `已申报 ${caseId}`, en: `submitted as ${caseId}` });
  const ahead = new Set(sampleOf(site.no).sideRoads);
  let lastMove = performance.now();
  for (;;) {
    const file = await oneWindow.caseOf(account, caseId);
    if (file.outcome !== null) return file;
    const waiting = nextItems(file.workItems);
    for (const item of waiting) {
      progress(site, await answer(scene, site, { file, item, account, ahead }));
      lastMove = performance.now();
    }
    if (performance.now() - lastMove > PATIENCE_MS) throw new CaseStuck(site, file);
    if (waiting.length === 0) await delay(BETWEEN_LOOKS_MS);
  }
}

/** Nothing waits for a person and nothing moves: the engine or the bureau's platform is not there. */
export class CaseStuck extends Error {
  override readonly name = 'CaseStuck';
  constructor(site: DemonstrationSite, { caseId, stage }: CaseView) {
    const seconds = PATIENCE_MS / 1_000;
    super(
      `${site.name}：${caseId} 停在 ${stage} 已 ${seconds} 秒，请用 npm run doctor 检查各部分\n` +
        `${caseId} (site ${site.no}) has stood at ${stage} for ${seconds} s: npm run doctor checks every part`,
    );
  }
}

interface Waiting {
  readonly file: CaseView;
  readonly item: WorkItemView;
  /** Who applied. */
  readonly account: string;
  /** The side roads that are still before the case. */
  readonly ahead: Set<SideRoad>;
}

/** Lets the person whom an item waits for go on: straight, or on a side road that is still ahead. */
async function answer(scene: Scene, site: DemonstrationSite, waiting: Waiting): Promise<Label> {
  const { file, item, ahead } = waiting;
  await prepare(scene, waiting);
  const turn = turnAt(item.step, ahead);
  const say = { ...words, unifiedCode: sampleOf(site.no).unifiedCode };
  const body = turn?.body ?? straightAct(file, item, say);
  if (!body) throw new TypeError(`${item.id} waits for nobody`);
  await act(scene.oneWindow, file, item, body);
  if (turn) ahead.delete(turn.road);
  return said(item, turn?.road);
}

/** What goes before an act: the bureau's platform is away as the registrar registers, papers come before the filing. */
async function prepare({ oneWindow, bureau }: Scene, { file, item, account, ahead }: Waiting): Promise<void> {
  if (item.step === 'register' && ahead.delete('failingPush')) {
    await bureau.failPushes(file.caseId, FAILED_PUSHES);
  }
  if (item.step === 'file' && ahead.delete('papers')) {
    const due = file.itinerary.materials.filter((material) => material.stage === 'filing');
    await uploadPapers(oneWindow, account, { caseId: file.caseId }, due);
  }
}

/** The person whom the item waits for reads the case as they may see it, and does what it allows them. */
async function act(oneWindow: OneWindow, seen: CaseView, item: WorkItemView, body: ActBody): Promise<void> {
  const account = answererOf(seen, item, body.act);
  const { allowed } = await oneWindow.caseOf(account, seen.caseId);
  const found = allowed.find((each) => each.act === body.act && each.workItem === item.id);
  if (!found)
    throw new Error(`${account}: ${item.id} waits for them, but the API does not allow ${body.act}`);
  await oneWindow.act({ account, key: randomUUID(), waitSeconds: WAIT_SECONDS }, found, body);
}

function said({ unit: { name }, step }: WorkItemView, road: SideRoad | undefined): Label {
  const { zh, en } = steps[step];
  if (!road) return { zh: `${name.zh} ${zh}`, en: `${name.en}: ${en}` };
  const side = sideRoads[road];
  return { zh: `${name.zh} ${zh} → ${side.zh}`, en: `${name.en}: ${en} → ${side.en}` };
}
