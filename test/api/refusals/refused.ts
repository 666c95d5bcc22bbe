import type { Actor } from '../../../domain/actor';
import type { CaseFile } from '../../../domain/caseFile';
import type { RefusalCode } from '../../../domain/refusal';
import type { Step } from '../../../domain/vocabulary';
import { applicant, official } from '../../world/people';
import { administrator, type House } from '../house';
import { reach } from '../sideWay';
import { actOn, actOnCase, advance, apply, openItem } from '../way';
import type { Answered } from '../wire';

export const TODAY = '2026-09-28';
export const reason = '按规定';
export const clerk = official('shiqiao', 'intakeClerk');
export const officer = official('shiqiao', 'caseOfficer');
export const signer = official('shiqiao', 'decisionMaker');
export const registrar = official('civilAffairs', 'registrar');
export const drafting = { act: 'draft', result: 'granted', grounds: '符合条件' };

/** What is open to those who answer a step, while nobody has claimed it. */
export const taking = ['claim', 'delegate'];
export const atAccept = [...taking, 'accept', 'decline', 'requestCorrection'];
const asking = ['requestExtension', 'consult'];
export const atDraft = [...taking, ...asking, 'remand', 'order', 'offerHearing', 'draft'];
export const atDecide = [...taking, ...asking, 'remand', 'returnDraft', 'decide'];
export const atRegister = [...taking, ...asking, 'register', 'declineRegistration'];
export const repairing = ['reassign', 'proposeRepair', 'intervene'];

/** How an act is refused over HTTP. */
export interface Refused {
  readonly status: 403 | 409 | 422;
  readonly answered: (door: Door) => Promise<Answered>;
  /** The acts that are open to the same person instead. */
  readonly instead: readonly string[];
  /** The field at fault, its rule and what is allowed there. */
  readonly fault?: string;
}

/** An act for each of these reasons to refuse one. */
export type Refusals<C extends RefusalCode> = Readonly<Record<C, Refused>>;

export type Door = ReturnType<typeof doorOf>;

/** The ways to bring a case somewhere and to ask for an act there, through the API of a house. */
export function doorOf(house: House) {
  const onCase = (file: CaseFile, body: unknown, who: Actor) => actOnCase(house, file, body, who);
  return {
    house,
    onCase,
    at: async (step: Step | 'end', changes = {}) => advance(house, await apply(house, changes), step),
    reach: (step: Step) => reach(house, step),
    onItem: (file: CaseFile, step: Step, body: unknown, who: Actor) =>
      actOn(house, openItem(file, step), body, who),
    /** On the item that stands for a step, done or not. */
    onCurrent: (file: CaseFile, step: Step, body: unknown, who: Actor) =>
      actOn(house, file.items[file.current[step] ?? '']!, body, who),
    withdraw: (file: CaseFile, who = applicant) => onCase(file, { act: 'withdraw' }, who),
    acknowledge: (file: CaseFile, letter: unknown) => onCase(file, { act: 'acknowledge', letter }, applicant),
    propose: (file: CaseFile, repair: object) =>
      onCase(file, { act: 'proposeRepair', repair, reason }, administrator),
    /** What is done at another time, after which it is again what it was. */
    async atTime<T>(instant: string, done: () => Promise<T>): Promise<T> {
      const { now } = house.time;
      house.time.now = new Date(instant);
      return done().finally(() => (house.time.now = now));
    },
  };
}
