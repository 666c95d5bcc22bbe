import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ToldAct } from './evidence';

type Question = Pick<ToldAct, 'client' | 'key' | 'account' | 'asked' | 'caseId' | 'workItem'>;
type Told = Pick<ToldAct, 'ending' | 'status' | 'seq' | 'code' | 'attempts' | 'replayed'> & {
  /** Known from the answer, where the question could not name it. */
  readonly caseId?: string;
  readonly workItem?: string;
};

interface Line {
  readonly request: number;
  readonly question?: Question;
  readonly told?: Told;
}

/** What one client was told, appended line by line to a file of its own and never changed. */
export interface ClientLog {
  /** Notes a request before it is sent. @returns how to note its end */
  asking(question: Omit<Question, 'client'>): (told: Told) => void;
}

export function clientLog(directory: string, client: number): ClientLog {
  const file = join(directory, `client-${client}.jsonl`);
  let request = 0;
  const append = (line: Line): void => appendFileSync(file, `${JSON.stringify(line)}\n`);
  return {
    asking(question) {
      const number = (request += 1);
      append({ request: number, question: { client, ...question } });
      return (told) => append({ request: number, told });
    },
  };
}

/** Reads every client's log; a request whose end was never noted counts as unanswered. */
export function readClientLogs(directory: string): ToldAct[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => toldIn(readFileSync(join(directory, file), 'utf8')));
}

const unanswered: Told = {
  ending: 'unanswered',
  status: null,
  seq: null,
  code: null,
  attempts: 1,
  replayed: false,
};

function toldIn(text: string): ToldAct[] {
  const acts = new Map<number, ToldAct>();
  for (const line of text.split('\n').filter(Boolean)) {
    const { request, question, told } = JSON.parse(line) as Line;
    if (question) acts.set(request, { ...question, ...unanswered });
    const asked = acts.get(request);
    if (asked && told) acts.set(request, { ...asked, ...told });
  }
  return [...acts.values()];
}
