import type { ActBody } from '../../domain/act';
import type { Actor } from '../../domain/actor';
import type { CaseFile, WorkItem } from '../../domain/caseFile';
import type { CaseEvent, EventType } from '../../domain/event';
import type { LetterKind, Step } from '../../domain/vocabulary';
import { openItems } from '../../domain/process';
import { awaitsPerson } from '../../infra/client/straightAct';
import type { House } from '../api/house';
import { answering } from '../api/sideWay';
import { actOn, actOnCase, openItem } from '../api/way';
import { type Answered, told } from '../api/wire';
import { straightAnswer } from '../world/answers';
import { bringPapers } from '../world/papers';
import { applicant, official } from '../world/people';
import { until } from '../world/until';
import type { World } from '../world/world';

interface Conducted {
  readonly world: World;
  readonly house: House;
}

/** Which open item an act is on: that of a step, or one of several. */
type On = Step | WorkItem;

export type Journey = ReturnType<typeof journeyOf>;

/** One case on its way: every act by those who may, through the API, while its workflow conducts. */
export function journeyOf({ world, house }: Conducted, caseId: string) {
  const item = (file: CaseFile, on: On): WorkItem =>
    typeof on === 'string' ? openItem(file, on) : (file.items[on.id] ?? on);

  const journey = {
    caseId,
    /** The case once the next move is a person's. */
    file: (): Promise<CaseFile> => world.moved(caseId),
    /** Lets days pass once the workflow has read all that there is. */
    async sleep(time: string): Promise<void> {
      await world.settled(caseId);
      await world.env.sleep(time);
    },
    /** Lets days pass until the forenoon of a day in Shanghai. */
    async sleepUntil(day: string): Promise<void> {
      await world.settled(caseId);
      await world.sleepUntil(`${day}T02:00:00.000Z`);
    },
    /** Lets the end of an item's limit go by. */
    async pass({ deadline }: WorkItem): Promise<CaseFile> {
      await world.settled(caseId);
      await world.sleepUntil(deadline.dueAt);
      await world.env.sleep('1 minute');
      return world.settled(caseId);
    },
    today: () => world.today(),
    /** Sends an act on an open item, by whoever answers it where nobody is named. */
    async send(on: On, body: ActBody, who?: Actor): Promise<Answered> {
      const found = item(await journey.file(), on);
      return actOn(house, found, body, who ?? answering(found, body.act));
    },
    /** @returns the case once the workflow has gone on */
    async act(on: On, body: ActBody, who?: Actor): Promise<CaseFile> {
      return done(body, await journey.send(on, body, who));
    },
    /** The status and the code by which an act is refused. */
    async refused(on: On, body: ActBody, who?: Actor): Promise<[number, unknown]> {
      return told(await journey.send(on, body, who));
    },
    /** Sends an act on the case itself, again where a letter was served meanwhile. */
    async sendOnCase(body: ActBody, who: Actor): Promise<Answered> {
      return until(`${body.act} meets the case as it is`, async () => {
        const answered = await actOnCase(house, await journey.file(), body, who);
        return answered.status === 412 ? null : answered;
      });
    },
    async onCase(body: ActBody, who: Actor): Promise<CaseFile> {
      return done(body, await journey.sendOnCase(body, who));
    },
    /** Answers an open item as on the straight path. */
    async answer(on: On): Promise<CaseFile> {
      const file = await journey.file();
      const found = item(file, on);
      if (found.step === 'submitSupport') await bringPapers(house.database.db, file);
      return journey.act(found, straightAnswer(file, found, await world.today()));
    },
    /** Answers what waits for a person, until a step of this kind is open or the case is closed. */
    async advance(to: Step | 'end'): Promise<CaseFile> {
      for (;;) {
        const file = await journey.file();
        const waiting = openItems(file).filter(awaitsPerson);
        if (file.outcome !== null || waiting.some(({ step }) => step === to)) return file;
        if (!waiting[0]) throw new Error(`Nobody is waited for in ${caseId}`);
        await journey.answer(waiting[0]);
      }
    },
    /** To its certificate, and to the end of its workflow. */
    async certified(): Promise<CaseFile> {
      const file = await journey.advance('end');
      expect([file.outcome, await world.finished(caseId)]).toEqual(['certified', 'certified']);
      return journey.file();
    },
    async events<T extends EventType>(type: T): Promise<(CaseEvent & { type: T })[]> {
      const events = await world.events(caseId);
      return events.filter((event): event is CaseEvent & { type: T } => event.type === type);
    },
    /** The events of a type, once there is one. */
    eventually<T extends EventType>(type: T): Promise<(CaseEvent & { type: T })[]> {
      return until(`${type} is on the record of ${caseId}`, async () => {
        const events = await journey.events(type);
        return events.length > 0 ? events : null;
      });
    },
    /** How many letters of a kind were served by mail, once all that stand are. */
    lettersServed(kind: LetterKind): Promise<number> {
      return until(`the letters “${kind}” of ${caseId} are served`, async () => {
        const { letters: all } = await world.caseFile(caseId);
        const letters = all.filter((letter) => letter.kind === kind && !letter.void);
        return letters.every(({ served }) => served?.how === 'mail') ? letters.length : null;
      });
    },
    /** The texts of the mails whose subjects name the case and this. */
    mails(word: string): readonly string[] {
      const about = world.outside.mails.filter(
        ({ subject }) => subject.includes(caseId) && subject.includes(word),
      );
      return about.map(({ text }) => text);
    },
    /** What a reader's case shows. */
    async shown(who: Actor = applicant) {
      return (await house.call(who, 'GET', `/api/v1/cases/${caseId}`)).body;
    },
  };

  function done(body: ActBody, answered: Answered): Promise<CaseFile> {
    if (answered.status !== 200) throw new Error(`${body.act}: ${answered.text}`);
    return journey.file();
  }
  return journey;
}

/** Who of a work item's unit holds a role. */
export function colleague(
  { unit }: Pick<WorkItem, 'unit'>,
  role: Parameters<typeof official>[1],
  number = 1,
) {
  return official(unit, role, number);
}
