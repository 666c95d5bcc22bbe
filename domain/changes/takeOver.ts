import type { CaseFile } from '../caseFile';
import type { CaseEvent } from '../event';

/** An institution that is open already begins where others end: registered, filed, and closed to every step. */
export function takenOver(file: CaseFile, event: CaseEvent & { readonly type: 'takenOver' }): CaseFile {
  const { registeredOn, filedOn, unifiedCode, receiptNo, certificateNo } = event;
  return {
    ...file,
    outcome: 'takenOver',
    dates: { ...file.dates, registration: registeredOn, filingReceived: filedOn },
    unifiedCode,
    receiptNo,
    certificateNo,
  };
}
