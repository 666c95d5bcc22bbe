import { type Answer, ApiRefused, NoAnswer } from '../client/answers';
import type { ClientLog } from './clientLog';
import type { ToldAct } from './evidence';

type Question = Omit<ToldAct, 'client' | 'ending' | 'status' | 'seq' | 'code' | 'attempts' | 'replayed'>;
/** What an answer says of its act: the number of the event, and what the question could not name yet. */
export type Said = Pick<ToldAct, 'seq'> & { readonly caseId?: string; readonly workItem?: string };

/** Sends a request and notes in the client's log how it ended. @returns null where the record refused it */
export async function tell<T>(
  log: ClientLog,
  question: Question,
  send: () => Promise<Answer<T>>,
  read: (body: T) => Said,
): Promise<Answer<T> | null> {
  const note = log.asking(question);
  try {
    const answer = await send();
    const { status, attempts, replayed, body } = answer;
    note({ ending: 'done', status, code: null, attempts, replayed, ...read(body) });
    return answer;
  } catch (error) {
    if (error instanceof ApiRefused) {
      const { status, attempts, problem } = error;
      note({ ending: 'refused', status, seq: null, code: problem.code, attempts, replayed: false });
      return null;
    }
    // Anything else leaves the request unanswered in the log, as it is; the outcome is not known.
    if (error instanceof NoAnswer) return null;
    throw error;
  }
}
