import express, { type Request, type Response, type Router } from 'express';
import type { Label } from '../../../domain/label';
import { type SignatureVerdict, verify } from '../../push/signature';
import type { Faults } from '../faults';
import { answerProblem } from '../problem';
import { registrationsPage } from './page';
import type { Push, Reception, Registrations } from './registrations';

/**
 * How the receiver may be made to misbehave: answer with a status, never answer, cut the line, or take the push
 * and cut the line in place of the answer, so that the sender cannot know.
 */
export const pushFaults = [500, 503, 'timeout', 'drop', 'drop-answer'] as const;
export type PushFault = (typeof pushFaults)[number];

export interface ReceiverNeeds {
  readonly registrations: Registrations;
  readonly faults: Faults<PushFault>;
  readonly secret: string;
  /** How old a signature may be; Infinity where a test's time runs ahead. */
  readonly toleranceSeconds: number;
}

/** Takes pushes and shows what came. */
export function registrationRoutes(needs: ReceiverNeeds): Router {
  const { registrations } = needs;
  const router = express.Router();
  const showPage = (_request: Request, response: Response) =>
    response.type('html').send(registrationsPage(registrations.list()));
  router.get('/', showPage);
  router.get('/registrations', (request, response) =>
    response.format({
      json: () => response.json({ registrations: registrations.list() }),
      html: () => showPage(request, response),
    }),
  );
  const rawBody = express.text({ type: () => true, limit: '1mb' });
  router.post('/registrations', rawBody, misbehave(needs.faults), (request, response) =>
    receive(needs, request, response),
  );
  return router;
}

function misbehave(faults: Faults<PushFault>) {
  return (request: Request, response: Response, next: () => void): void => {
    const fault = faults.take([500, 503, 'timeout', 'drop'], caseIn(request));
    if (fault === null) next();
    else if (fault === 'drop') request.socket.destroy();
    else if (typeof fault === 'number') {
      answerProblem(response, fault, 'fault', { zh: '按要求出错', en: 'Asked to fail' });
    }
    // A timeout: the request stays unanswered until the sender gives up or the part closes.
  };
}

async function receive(needs: ReceiverNeeds, request: Request, response: Response): Promise<void> {
  const body = typeof request.body === 'string' ? request.body : '';
  const freshness = { now: new Date(), toleranceSeconds: needs.toleranceSeconds };
  const verdict = verify({ secret: needs.secret, body, header: request.get('x-signature') }, freshness);
  if (verdict !== 'valid') {
    answerProblem(response, 401, `signature.${verdict}`, verdicts[verdict]);
    return;
  }
  const push = pushOf(request, body);
  if ('problem' in push) {
    answerProblem(response, 400, push.problem, problems[push.problem]);
    return;
  }
  const reception = await needs.registrations.receive(push);
  if (needs.faults.take(['drop-answer'], caseIn(request)) !== null) request.socket.destroy();
  else answer(response, reception);
}

function pushOf(request: Request, body: string): Push | { readonly problem: keyof typeof problems } {
  const key = request.get('idempotency-key')?.trim() ?? '';
  if (key === '' || key.length > 255) return { problem: 'keyMissing' };
  if (jsonObject(body) === null) return { problem: 'bodyNotJson' };
  return { key, keyId: request.get('x-key-id') ?? null, body };
}

function answer(response: Response, { outcome, registration }: Reception): Response {
  if (outcome === 'otherBody') return answerProblem(response, 422, 'keyReused', keyReused);
  const { receiptNo, received, firstReceivedAt } = registration;
  return response.status(outcome === 'first' ? 201 : 200).json({ receiptNo, received, firstReceivedAt });
}

/** The case that a push is about, where it says so. */
function caseIn({ body }: Request): string | undefined {
  const caseId = typeof body === 'string' ? jsonObject(body)?.caseId : undefined;
  return typeof caseId === 'string' ? caseId : undefined;
}

function jsonObject(body: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const verdicts = {
  malformed: {
    zh: '缺少 X-Signature 或格式不对',
    en: 'X-Signature is missing or not of the form t=<seconds>,v1=<hex>',
  },
  mismatch: { zh: '签名与内容或密钥不符', en: 'The signature fits neither this body nor this secret' },
  stale: { zh: '签名时间偏差过大', en: 'The signature is too old, or from the future' },
} as const satisfies Record<Exclude<SignatureVerdict, 'valid'>, Label>;

const problems = {
  keyMissing: {
    zh: '须有 Idempotency-Key（至多 255 字符）',
    en: 'Idempotency-Key is needed, at most 255 characters',
  },
  bodyNotJson: { zh: '内容须为 JSON 对象', en: 'The body must be a JSON object' },
} as const satisfies Record<string, Label>;

const keyReused = {
  zh: '该 Idempotency-Key 已用于另一内容',
  en: 'This Idempotency-Key was used for another body',
};
