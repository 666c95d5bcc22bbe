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

export function caughtPush({ pushes, pushFaults }: Outside) {
  return (data: RegistrationPush, key: string) => {
    const fault = pushFaults.shift();
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
