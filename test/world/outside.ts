import type { Mail, Mailer } from '../../activities/mailer';
import type { RegistrationPush } from '../../activities/pushRegistration';
import type { SealedDocuments } from '../../infra/documents/store';

/** What leaves the house in tests: caught, and made to fail at will. */
export interface Outside {
  readonly mails: Mail[];
  readonly pushes: { readonly data: RegistrationPush; readonly key: string }[];
  /** Thrown by the next tries, one each. */
  readonly mailFaults: Error[];
  readonly pushFaults: Error[];
  /** How many pushes of a case still find the platform away, by case. */
  readonly pushesAway: Map<string, number>;
}

export function caughtMail({ mails, mailFaults }: Outside): Mailer {
  return {
    send(mail) {
      const fault = mailFaults.shift();
      if (fault) return Promise.reject(fault);
      mails.push(mail);
      return Promise.resolve();
    },
    close: () => undefined,
  };
}

export function caughtPush({ pushes, pushFaults, pushesAway }: Outside) {
  return (data: RegistrationPush, key: string) => {
    const away = pushesAway.get(data.caseId) ?? 0;
    pushesAway.set(data.caseId, away - 1);
    const fault = away > 0 ? new Error('503 the platform is away') : pushFaults.shift();
    if (fault) return Promise.reject(fault);
    pushes.push({ data, key });
    return Promise.resolve({ receiptNo: `HB-${pushes.length}` });
  };
}

/** Rendering has tests of its own; here only that the right document goes with the right mail matters. */
export const plainDocuments: SealedDocuments = {
  sealed: (no) =>
    Promise.resolve({ no, caseId: '', statement: {} as never, jws: '', pdf: Buffer.from(`%PDF ${no}`) }),
  verifyUrl: (no) => `http://onewindow.test/verify/${no}`,
  publicKeys: { keys: [] },
};
