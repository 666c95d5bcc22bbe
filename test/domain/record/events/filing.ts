import { UNIFIED_CODE } from '../../../world/answers';
import { endorsementDeclined, registrarsExtension, registrationDeclined } from '../sideStories';
import { idOf, openItem, TODAY, wayTo } from '../story';
import { about, answer, asksApplicant, DAY, done, LETTER, overtaken, type Sentences, writes } from './told';

const endorsing = wayTo('endorse').file;
const registering = wayTo('register').file;
const checking = wayTo('conformity').file;
const { file: _file, conformity: _conformity, ...currentWithoutPapers } = checking.current;
const declined = endorsementDeclined();
const refused = registrationDeclined();
const reapplying = openItem(refused, 'reapply');
const asking = registrarsExtension();
const asked = openItem(asking, 'grantExtension');

export const filingEvents: Sentences<
  | 'endorsed'
  | 'endorsementDeclined'
  | 'registered'
  | 'registrationDeclined'
  | 'reapplied'
  | 'registrationPushed'
  | 'filed'
  | 'receiptIssued'
  | 'conformityConfirmed'
  | 'nonConforming'
  | 'licenceIssued'
> = {
  endorsed: {
    'answers its item': answer('endorse', (item) => ({ type: 'endorsed', item, documentNo: 'E-1' })),
  },
  endorsementDeclined: {
    'asks the applicant to apply again and writes to them; the item stays open': {
      before: endorsing,
      body: { type: 'endorsementDeclined', item: idOf('endorse'), letter: LETTER },
      file: {
        ...asksApplicant(endorsing, 'reapply', idOf('endorse')),
        ...writes(endorsing, 'endorsementDeclined', idOf('endorse'), 'health'),
      },
    },
  },
  registered: {
    'answers its item, keeps the code and dates the registration': answer(
      'register',
      (item) => ({ type: 'registered', item, unifiedCode: UNIFIED_CODE, registeredOn: DAY }),
      { dates: { registration: DAY }, file: { unifiedCode: UNIFIED_CODE } },
    ),
    'overtakes what was still asked for in it, an extension among them': about(
      asking,
      'register',
      (item) => ({ type: 'registered', item, unifiedCode: UNIFIED_CODE, registeredOn: DAY }),
      {
        items: { register: done, [asked.stepId]: overtaken },
        dates: { registration: DAY },
        file: { unifiedCode: UNIFIED_CODE },
      },
    ),
  },
  registrationDeclined: {
    'asks the applicant to apply again and writes to them; the item stays open': {
      before: registering,
      body: { type: 'registrationDeclined', item: idOf('register'), letter: LETTER },
      file: {
        ...asksApplicant(registering, 'reapply', idOf('register')),
        ...writes(registering, 'registrationDeclined', idOf('register'), 'civilAffairs'),
      },
    },
  },
  reapplied: {
    'answers its item, and the clock of the registration begins anew': {
      before: refused.file,
      body: { type: 'reapplied', item: reapplying.id },
      items: { [reapplying.stepId]: done, register: {} },
      file: { restartedOn: { [idOf('register')]: TODAY } },
    },
    'begins the clock of the approval anew where that was declined': about(
      declined,
      'reapply',
      (item) => ({ type: 'reapplied', item }),
      {
        items: { [openItem(declined, 'reapply').stepId]: done, endorse: {} },
        file: { restartedOn: { [idOf('endorse')]: TODAY } },
      },
    ),
  },
  registrationPushed: {
    'answers its item': answer('push', (item) => ({ type: 'registrationPushed', item, receiptNo: 'HB-1' })),
  },
  filed: {
    'answers its item and dates the receipt of the papers': answer(
      'file',
      (item) => ({ type: 'filed', item, receivedOn: DAY, materials: ['filingForm'] }),
      { dates: { filingReceived: DAY } },
    ),
  },
  receiptIssued: {
    'answers its item and keeps the number': answer(
      'receipt',
      (item) => ({ type: 'receiptIssued', item, no: 'R-1', issuedOn: DAY }),
      { file: { receiptNo: 'R-1' } },
    ),
  },
  conformityConfirmed: {
    'answers its item': answer('conformity', (item) => ({ type: 'conformityConfirmed', item })),
  },
  nonConforming: {
    'answers its item, writes to the applicant, and papers and check begin anew while the receipt stays due':
      {
        before: checking,
        body: { type: 'nonConforming', item: idOf('conformity'), letter: LETTER },
        items: { conformity: done },
        file: {
          round: 2,
          current: currentWithoutPapers,
          ...writes(checking, 'nonConforming', idOf('conformity'), 'health'),
        },
      },
  },
  licenceIssued: {
    'answers its item, keeps the number and ends the case': answer(
      'issue',
      (item) => ({ type: 'licenceIssued', item, no: 'C-1', issuedOn: DAY }),
      { file: { certificateNo: 'C-1', outcome: 'certified' } },
    ),
  },
};
