import { UNIFIED_CODE } from '../../../world/answers';
import { endorsementDeclined, registrationDeclined } from '../sideStories';
import { TODAY } from '../story';
import { answer, NUMBER, type Performed } from './performing';

const materials = [
  'registrationCertificate',
  'siteProof',
  'staffQualifications',
  'staffHealth',
  'hygieneReport',
  'fireSafety',
  'foodLicence',
  'filingForm',
  'commitmentLetter',
];
const reason = '章程不符';
const number = 'letter';

export const filingActs: Performed<
  | 'endorse'
  | 'declineEndorsement'
  | 'register'
  | 'declineRegistration'
  | 'reapply'
  | 'confirmPush'
  | 'file'
  | 'issueReceipt'
  | 'confirm'
  | 'findNonConforming'
  | 'issue'
> = {
  endorse: {
    'by a numbered document': answer('endorse', { act: 'endorse', documentNo: 'E-1' }, (item) => ({
      type: 'endorsed',
      item,
      documentNo: 'E-1',
    })),
  },
  declineEndorsement: {
    'by a letter, with its reason beside the event': answer(
      'endorse',
      { act: 'declineEndorsement', reason },
      (item) => ({ type: 'endorsementDeclined', item, letter: NUMBER }),
      { number, particulars: { reason } },
    ),
  },
  register: {
    'on the day of the decision, which is today': answer(
      'register',
      { act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: TODAY },
      (item) => ({ type: 'registered', item, unifiedCode: UNIFIED_CODE, registeredOn: TODAY }),
    ),
    'what was declined before, without waiting for the applicant': answer(
      'register',
      { act: 'register', unifiedCode: UNIFIED_CODE, registeredOn: TODAY },
      (item) => ({ type: 'registered', item, unifiedCode: UNIFIED_CODE, registeredOn: TODAY }),
      { story: registrationDeclined() },
    ),
  },
  declineRegistration: {
    'by a letter, with its reason beside the event': answer(
      'register',
      { act: 'declineRegistration', reason },
      (item) => ({ type: 'registrationDeclined', item, letter: NUMBER }),
      { number, particulars: { reason } },
    ),
  },
  reapply: {
    'with what was mended': answer(
      'reapply',
      { act: 'reapply', answer: '已整改' },
      (item) => ({ type: 'reapplied', item }),
      { story: endorsementDeclined(), particulars: { answer: '已整改' } },
    ),
  },
  confirmPush: {
    "with the bureau's receipt": answer('push', { act: 'confirmPush', receiptNo: 'HB-1' }, (item) => ({
      type: 'registrationPushed',
      item,
      receiptNo: 'HB-1',
    })),
  },
  file: {
    'what is due, today': answer('file', { act: 'file', materials }, (item) => ({
      type: 'filed',
      item,
      receivedOn: TODAY,
      materials,
    })),
  },
  issueReceipt: {
    'today and under a number': answer(
      'receipt',
      { act: 'issueReceipt' },
      (item) => ({ type: 'receiptIssued', item, no: NUMBER, issuedOn: TODAY }),
      { number: 'filingReceipt' },
    ),
  },
  confirm: {
    'without more words': answer('conformity', { act: 'confirm' }, (item) => ({
      type: 'conformityConfirmed',
      item,
    })),
  },
  findNonConforming: {
    'by a letter, with its reason beside the event: 国卫办人口发〔2019〕25号': answer(
      'conformity',
      { act: 'findNonConforming', reason },
      (item) => ({ type: 'nonConforming', item, letter: NUMBER }),
      { number, particulars: { reason } },
    ),
  },
  issue: {
    'today and under a number': answer(
      'issue',
      { act: 'issue' },
      (item) => ({ type: 'licenceIssued', item, no: NUMBER, issuedOn: TODAY }),
      { number: 'certificate' },
    ),
  },
};
