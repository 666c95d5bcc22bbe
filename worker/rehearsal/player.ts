import { randomUUID } from 'node:crypto';
import type { ActBody } from '../../domain/act';
import { dateInShanghai } from '../../domain/civilDate';
import type { Label } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { serviceModes, type ServiceMode, steps } from '../../domain/vocabulary';
import { ApiRefused } from '../../infra/client/answers';
import { applicantFor, officialOf } from '../../infra/client/people';
import { answererOf, awaitsPerson, straightAct } from '../../infra/client/straightAct';
import { applicationIn, UNIFIED_CODE } from './applications';
import type { Playing } from './playing';
import type { Detour, RehearsedCase, RehearsedItem, Role } from './roles';
import type { Stage } from './stage';

/** Where a detour was not possible, and why the API said so. */
export interface Barred {
  readonly step: Label;
  readonly why: string;
}

/** One case of a rehearsal: everybody on it behaves by its role. */
export class Player implements Playing {
  readonly kinds = ['licensing'] as const;
  readonly barred: Barred[] = [];
  private readonly taken = new Set<Detour>();

  private constructor(
    private readonly stage: Stage,
    private readonly plan: Plan,
    readonly mode: ServiceMode,
    readonly role: Role,
    readonly caseId: string,
  ) {}

  /** Applies in a service mode. */
  static async enter(stage: Stage, plan: Plan, mode: ServiceMode, role: Role): Promise<Player> {
    const { oneWindow } = stage;
    const { facts } = applicationIn(plan, mode, '');
    const account = applicantFor(facts);
    const { email } = await oneWindow.me(account);
    const draft = await oneWindow.begin({ account, key: randomUUID() }, applicationIn(plan, mode, email));
    const { body } = await oneWindow.submit({ account, key: randomUUID() }, draft);
    return new Player(stage, plan, mode, role, body.caseId);
  }

  get title(): Label {
    const mode = serviceModes[this.mode];
    const { label } = this.role;
    return { zh: `${mode.zh}：${label.zh}`, en: `${mode.en}: ${label.en}` };
  }

  async actsAt(): Promise<string | null> {
    return (await this.waiting())[0]?.at ?? null;
  }

  async act(now: string): Promise<boolean> {
    const due = (await this.waiting()).filter(({ at }) => at <= now);
    const [first] = due;
    if (!first) return false;
    await this.answer(first.file, first.item, now);
    return true;
  }

  private async waiting() {
    const file = await this.file();
    if (file.outcome !== null) return [];
    return file.workItems
      .filter(awaitsPerson)
      .flatMap((item) => {
        const at = this.role.answersAt(item, file);
        return at === null ? [] : [{ file, item, at }];
      })
      .sort((a, b) => a.at.localeCompare(b.at) || a.item.id.localeCompare(b.item.id));
  }

  /** As the leading group's office reads it. */
  private async file(): Promise<RehearsedCase> {
    const reader = officialOf(this.plan.leadingGroupOffice, 'coordinator');
    return (await this.stage.oneWindow.caseOf(reader, this.caseId)) as RehearsedCase;
  }

  private async answer(file: RehearsedCase, item: RehearsedItem, now: string): Promise<void> {
    const today = dateInShanghai(now);
    for (const detour of this.role.detours[item.step] ?? []) {
      if (this.taken.has(detour)) continue;
      // A procedure is scheduled each time it is ordered; everything else is tried once.
      this.taken.add(detour);
      if (await this.tried(file, item, detour(today, item))) return;
    }
    const words = {
      grounds: '符合条件（演练）',
      findingAnswer: '已核实（演练）',
      unifiedCode: UNIFIED_CODE,
      today,
    };
    const body = straightAct(file, item, words);
    if (body) await this.send(file, item, body);
  }

  private async tried(file: RehearsedCase, item: RehearsedItem, body: ActBody): Promise<boolean> {
    try {
      await this.send(file, item, body);
      return true;
    } catch (error) {
      if (!(error instanceof ApiRefused) && !(error instanceof NotAllowed)) throw error;
      this.barred.push({ step: steps[item.step], why: error.message });
      return false;
    }
  }

  private async send(file: RehearsedCase, item: RehearsedItem, body: ActBody): Promise<void> {
    const account = answererOf(file, item, body.act);
    const seen = await this.stage.oneWindow.caseOf(account, this.caseId);
    const found = seen.allowed.find((each) => each.act === body.act && each.workItem === item.id);
    if (!found) throw new NotAllowed(`${body.act}: ${account} 现在不能进行此操作 may not do this now`);
    await this.stage.oneWindow.act({ account, key: randomUUID() }, found, body);
  }
}

/** The API does not offer an act to whoever would do it. */
class NotAllowed extends Error {
  override readonly name = 'NotAllowed';
}
