import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { handedIn, whyNotHandIn } from '../../domain/handingIn';
import { planCase } from '../../domain/planCase';
import { downloadNameOf } from '../../domain/paper';
import { facts } from './plan/facts';
import { xiacheng } from './plan/plans';

const itinerary = planCase(xiacheng, facts());
const file = (changes: Partial<CaseFile> & { decision?: string } = {}): CaseFile =>
  ({
    organisation: 'ours',
    outcome: null,
    itinerary,
    ...changes,
    dates: { decision: changes.decision ?? null },
  }) as CaseFile;

const actor = (changes: Partial<Actor>): Actor => ({
  sub: 'somebody',
  unit: null,
  organisation: null,
  roles: [],
  ...changes,
});
const applicant = actor({ organisation: 'ours', roles: ['applicant'] });
const clerk = actor({ unit: 'shiqiao', roles: ['intakeClerk'] });

describe('who may hand in a paper on a case, and when', () => {
  const acceptance = { stage: 'acceptance' } as const;
  const filing = { stage: 'filing' } as const;

  it.each([
    ['its applicant', file(), acceptance, applicant, null],
    [
      'another applicant',
      file(),
      acceptance,
      actor({ organisation: 'theirs', roles: ['applicant'] }),
      'notYourCase',
    ],
    ['a clerk of the unit that accepts it', file(), acceptance, clerk, null],
    [
      'a clerk of another unit',
      file(),
      acceptance,
      actor({ unit: 'health', roles: ['intakeClerk'] }),
      'notYourUnit',
    ],
    [
      'an officer of the unit that accepts it',
      file(),
      acceptance,
      actor({ unit: 'shiqiao', roles: ['caseOfficer'] }),
      'roleMissing',
    ],
    [
      'a paper of the application after the decision',
      file({ decision: '2026-10-20' }),
      acceptance,
      applicant,
      'wrongStage',
    ],
    ['a paper of the filing after the decision', file({ decision: '2026-10-20' }), filing, applicant, null],
    ['a paper of the filing before it is due', file(), filing, clerk, null],
    ['anything on a closed case', file({ outcome: 'certified' }), filing, applicant, 'caseClosed'],
  ] as const)('%s', (_, on, material, who, expected) => {
    expect(whyNotHandIn(on, material, who)).toBe(expected);
  });
});

describe('what an application hands in', () => {
  it('through the portal: what was uploaded, whatever is ticked', () => {
    expect(handedIn('portal', ['a', 'b'], ['b', 'c'])).toEqual(['b', 'c']);
    expect(handedIn('portal', ['a'], [])).toEqual([]);
  });

  it('at the counter: what was brought by hand beside what was scanned, each once', () => {
    expect(handedIn('counter', ['a', 'b'], ['b', 'c'])).toEqual(['a', 'b', 'c']);
  });
});

describe('the name under which a paper is handed out', () => {
  it.each([
    ['租赁合同.pdf', 'application/pdf', '租赁合同.pdf'],
    ['scan.PDF', 'application/pdf', 'scan.pdf'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpg'],
    ['program.exe', 'image/png', 'program.png'],
    ['平面图', 'image/png', '平面图.png'],
    ['2026.09.28 合同', 'application/pdf', '2026.09.28 合同.pdf'],
    ['.pdf', 'application/pdf', '.pdf'],
  ])('%s, a %s: %s', (fileName, mediaType, expected) => {
    expect(downloadNameOf({ fileName, mediaType })).toBe(expected);
  });
});
