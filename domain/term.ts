import type { CaseFile } from './caseFile';
import { addDays, addMonths, endOfDay, startOfDay } from './civilDate';
import type { ChangeProblem } from './change';
import type { EventBody } from './event';
import type { Itinerary } from './itinerary';
import type { Basis } from './plan';
import type { Change } from './vocabulary';

/**
 * When a certificate that holds for a term can be renewed (续期), and when its institution is reminded: days before its
 * last one. A plan without terms needs no such rules.
 */
export interface RenewalRules extends Renewal {
  readonly basis: Basis;
}

/** The same as pinned to an institution. */
export interface Renewal {
  readonly fromDays: number;
  readonly remindDays: number;
}

/**
 * The last day of a certificate that is issued now, `YYYY-MM-DD`; null where it holds without end. Another change keeps
 * the day of the certificate before it; a renewal follows on that day, or begins anew where it has passed.
 * @param inForce the last day of the certificate that the institution has; null where it has none, or holds without end
 */
export function validUntilOf(
  { term, change }: Pick<Itinerary, 'term' | 'change'>,
  issuedOn: string,
  inForce: string | null,
): string | null {
  if (change && !change.what.includes('renewal')) return inForce;
  if (term === undefined) return null;
  const before = addDays(issuedOn, -1);
  const from = inForce !== null && inForce > before ? inForce : before;
  return addMonths(from, term * 12);
}

/** Why a certificate cannot be renewed on a day, where that is asked for; null where it can. */
export function problemOfRenewal(
  what: readonly Change[],
  supervision: Pick<Itinerary, 'life'>,
  today: string,
): Omit<ChangeProblem, 'pointer'> | null {
  if (!what.includes('renewal')) return null;
  const until = validUntilIn(supervision);
  const { life } = supervision;
  if (until === null || life?.kind !== 'supervision') {
    const message = {
      zh: '证书未设有效期，无需续期',
      en: 'The certificate holds without end: there is nothing to renew',
    };
    return { rule: 'holdsWithoutEnd', message };
  }
  const from = life.renewal ? addDays(until, -life.renewal.fromDays) : today;
  if (today >= from) return null;
  return {
    rule: 'renewalTooEarly',
    message: {
      zh: `有效期至 ${until}，自 ${from} 起可以申请续期`,
      en: `Valid until ${until}: renew it from ${from}`,
    },
  };
}

/** Whether the last day of a certificate has passed. */
export function hasExpired(validUntil: string | null | undefined, today: string): boolean {
  return typeof validUntil === 'string' && validUntil < today;
}

/** The last day of the certificate that an institution under supervision has; null where that holds without end. */
export function validUntilIn({ life }: Pick<Itinerary, 'life'>): string | null {
  return life?.kind === 'supervision' ? (life.validUntil ?? null) : null;
}

type Due = EventBody & { type: 'termEnding' | 'termOver' };

/**
 * What the term of a certificate brings by an instant, once each: a reminder before its last day, and after it the
 * question to the lead of what follows. Nothing ends by itself.
 */
export function dueOfTerm(file: CaseFile, at: string): { readonly due: string; readonly body: Due }[] {
  return awaitedOfTerm(file).filter(
    ({ due, body }) => due <= at && (body.type === 'termOver' || at < over(body.on)),
  );
}

/** When that term next brings something, ISO instants. */
export function datesOfTerm(file: CaseFile): string[] {
  return awaitedOfTerm(file).map(({ due }) => due);
}

function awaitedOfTerm({ supervision, itinerary }: CaseFile): { readonly due: string; readonly body: Due }[] {
  const { life } = itinerary;
  const until = validUntilIn(itinerary);
  if (life?.kind !== 'supervision' || until === null) return [];
  const { remindedOf, overOf } = supervision?.term ?? {};
  const reminder = life.renewal && remindedOf !== until && overOf !== until ? life.renewal : null;
  return [
    ...(reminder
      ? [
          {
            due: startOfDay(addDays(until, -reminder.remindDays)),
            body: { type: 'termEnding', on: until } as const,
          },
        ]
      : []),
    ...(overOf === until ? [] : [{ due: over(until), body: { type: 'termOver', on: until } as const }]),
  ];
}

function over(until: string): string {
  return endOfDay(until);
}
