import type { ActBody } from '../../domain/act';
import type { DateName, Repair } from '../../domain/event';
import type { Stage } from '../../domain/vocabulary';
import { stages } from '../../domain/vocabulary';
import { WrongUsage } from './output';

const dates: readonly DateName[] = ['receipt', 'acceptance', 'decision', 'registration', 'filingReceived'];
const interventions = { resend: 'resent', restart: 'restarted', recompute: 'recomputed' } as const;

/** What an operator asks for: a repair that a second administrator confirms, or an act that is done at once. */
export type AdminAct =
  | { readonly kind: 'repair'; readonly repair: Repair }
  | { readonly kind: 'answer'; readonly act: 'confirmRepair' | 'declineRepair' }
  | { readonly kind: 'act'; readonly body: (reason: string) => ActBody };

/** The act that the words of a command say. @throws WrongUsage */
export function adminActOf(verb: string, words: readonly string[]): AdminAct {
  switch (verb) {
    case 'reassign':
      return reassignment(words);
    case 'move':
      return { kind: 'repair', repair: { kind: 'move', to: oneOf(words[0], stageNames, 'STAGE') } };
    case 'correct-date':
      return {
        kind: 'repair',
        repair: { kind: 'correctDate', date: oneOf(words[0], dates, 'DATE'), to: day(words[1]) },
      };
    case 'extend':
      return {
        kind: 'repair',
        repair: { kind: 'extend', clock: given(words[0], 'CLOCK'), days: days(words[1]) },
      };
    case 'confirm':
      return { kind: 'answer', act: 'confirmRepair' };
    case 'decline':
      return { kind: 'answer', act: 'declineRepair' };
    case 'resend':
    case 'restart':
    case 'recompute':
      return {
        kind: 'act',
        body: (reason) => ({ act: 'intervene', kind: interventions[verb], reason }),
      };
    default:
      throw new WrongUsage(`没有这个命令 Unknown command: ${verb}`);
  }
}

const stageNames = Object.keys(stages) as Stage[];

function reassignment([item, to]: readonly string[]): AdminAct {
  const workItem = given(item, 'ITEM');
  const whom = given(to, 'SUB');
  return {
    kind: 'act',
    body: (reason) => ({ act: 'reassign', workItem, to: whom === '-' ? null : whom, reason }),
  };
}

function given(word: string | undefined, name: string): string {
  if (word !== undefined && word !== '') return word;
  throw new WrongUsage(`缺少 ${name} is missing`);
}

function oneOf<T extends string>(word: string | undefined, allowed: readonly T[], name: string): T {
  const found = allowed.find((each) => each === word);
  if (found !== undefined) return found;
  throw new WrongUsage(`${name}：须为其中之一 must be one of ${allowed.join(', ')}`);
}

function day(word: string | undefined): string {
  if (word !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(word) && !Number.isNaN(Date.parse(word))) return word;
  throw new WrongUsage('日期须为 YYYY-MM-DD A date is YYYY-MM-DD');
}

function days(word: string | undefined): number {
  const number = Number(word);
  if (Number.isInteger(number) && number >= 1 && number <= 366) return number;
  throw new WrongUsage('DAYS：须为 1 至 366 的整数 must be a whole number from 1 to 366');
}
