import type { Arrivals, Evidence, Fault } from '../evidence';

/** A part may be away for its neighbours a little before it is killed, and a little after it answers again. */
const MARGIN_MS = 2_000;

/**
 * A try that dies between an arrival and its mark is repeated under the same identity, and arrives again: that is
 * the one reason. So nothing arrives more often than it was taken up, and for each repetition the sender or its
 * database was away.
 */
export function checkRepeats({ cases, mails, pushes, outages }: Evidence): Fault[] {
  const mailTries = new Map(
    cases.flatMap(({ notices }) => notices.map(({ messageId, attempts }) => [messageId, attempts] as const)),
  );
  const pushTries = new Map(
    cases.flatMap((recorded) => recorded.pushes.map(({ key, attempts }) => [key, attempts] as const)),
  );
  const away = [...outages.worker, ...outages.postgres];
  const reasonsFor = ({ first, last }: Arrivals): number =>
    away.filter(
      ({ from, to }) =>
        Date.parse(from) - MARGIN_MS <= Date.parse(last) && Date.parse(to) + MARGIN_MS >= Date.parse(first),
    ).length;
  const check = (about: Fault['about'], where: string, tries: number | undefined, its: Arrivals): Fault[] => {
    const fault = (text: string): Fault => ({ kind: 'doubled', about, where, text });
    if (tries !== undefined && its.arrivals > tries)
      return [fault(`arrived ${its.arrivals} times, though it was sent ${tries} times`)];
    const reasons = reasonsFor(its);
    return its.arrivals - 1 > reasons
      ? [fault(`arrived ${its.arrivals} times, though its sender was cut off ${reasons} times meanwhile`)]
      : [];
  };
  return [
    ...mails.flatMap((mail) => check('mail', mail.messageId, mailTries.get(mail.messageId), mail)),
    ...pushes.flatMap((push) => check('push', push.key, pushTries.get(push.key), push)),
  ];
}
