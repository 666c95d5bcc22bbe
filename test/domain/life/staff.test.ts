import type { ActBody } from '../../../domain/act';
import { noticeOf, recipientOf } from '../../../domain/notice';
import { nextDueAt } from '../../../domain/process';
import { missingOf, ratiosOf, staffInForce, staffOf, staffRulesIn, stateOf } from '../../../domain/staff';
import { facts } from '../../world/applications';
import { applicant, official } from '../../world/people';
import { xiacheng } from '../plan/plans';
import { acted, onDay, passed, type Story, told } from '../record/story';
import {
  checkedOn,
  does,
  LEAD,
  open,
  openSteps,
  reason,
  refusalBy,
  serves,
  supervised,
  turned,
} from './institution';

type Entered = Extract<ActBody, { act: 'enterStaff' }>;
type Documents = Entered['documents'];

const health = (expiresOn: string, issuedOn = '2026-03-02') => ({
  document: 'health',
  issuedOn,
  expiresOn,
});
const carer = {
  act: 'enterStaff',
  person: '张三',
  role: 'carer',
  classKind: 'toddler',
  joinedOn: '2026-09-01',
  documents: [health('2027-03-01')],
} as const satisfies Entered;

const enters = (story: Story, change: Partial<Entered> = {}) =>
  acted(story, null, { ...carer, ...change }, applicant);
const on = ({ file }: Story) => staffInForce(file);
const idOf = (story: Story) => on(story).at(-1)!.member;

function changes(story: Story, documents: Documents, change: Partial<Entered> = {}): Story {
  const { person: _, act: __, ...entry } = { ...carer, ...change };
  return acted(story, null, { act: 'changeStaff', member: idOf(story), ...entry, documents }, applicant);
}
const removes = (story: Story, leftOn: string) =>
  acted(story, null, { act: 'removeStaff', member: idOf(story), leftOn }, applicant);

/** One carer on the list, whose health certificate is valid until 2027-03-01, and no visit due before. */
const entered = () => enters(supervised());
const ofStaff = ({ events }: Story) => events.filter(({ type }) => type.startsWith('staffDocuments'));
const expired = () => onDay(onDay(entered(), '2027-02-01'), '2027-03-02');
/** What was opened on documents that expired. */
const dealtWith = (story: Story) =>
  Object.values(story.file.items).filter(({ stepId }) =>
    story.file.asked[stepId]?.about.startsWith('staffDocuments-'),
  );

describe('the staff list', () => {
  it('holds a member by an opaque id, and nobody’s name', () => {
    const story = enters(supervised(), { phone: '13900000000' });
    expect(on(story)).toMatchObject([{ member: `m${story.file.seq}`, role: 'carer', classKind: 'toddler' }]);
    expect(JSON.stringify(story)).not.toMatch(/张三|13900000000/);
  });

  it('is the institution’s to keep, and no official’s', () => {
    expect(refusalBy(() => acted(supervised(), null, carer, official(LEAD, 'caseOfficer')))).toBe(
      'roleMissing',
    );
  });

  it.each<[string, Partial<Entered>]>([
    ['unknownRole', { role: 'gardener' }],
    ['classKindUnfit', { classKind: undefined }],
    ['classKindUnfit', { role: 'cook' }],
    ['dateInFuture', { joinedOn: '2026-11-25' }],
    ['unknownDocument', { documents: [{ document: 'passport', issuedOn: '2026-01-01' }] }],
    ['unknownDocument', { documents: [health('2027-03-01'), health('2027-04-01')] }],
    ['dateInFuture', { documents: [health('2027-03-01', '2026-11-25')] }],
    ['expiryNeeded', { documents: [{ document: 'health', issuedOn: '2026-01-01' }] }],
    ['documentExpired', { documents: [health('2026-11-23')] }],
    ['done', { documents: [health('2026-11-24')] }],
    ['done', { documents: [{ document: 'noCrime', issuedOn: '2026-01-01' }] }],
    ['done', { role: 'cook', classKind: undefined }],
  ])('says %s of %j', (code, change) => {
    expect(refusalBy(() => enters(supervised(), change))).toBe(code);
  });

  it('changes and lets go only whom it holds', () => {
    const gone = removes(entered(), '2026-11-24');
    const act = (member: string) => () =>
      acted(gone, null, { act: 'removeStaff', member, leftOn: '2026-11-24' }, applicant);
    expect([refusalBy(act('m99')), refusalBy(act(staffOf(gone.file)[0]!.member))]).toEqual([
      'unknownMember',
      'unknownMember',
    ]);
  });

  it('lets nobody go before they came, nor ahead of time', () => {
    const by = (leftOn: string) => refusalBy(() => removes(entered(), leftOn));
    expect([by('2026-08-31'), by('2026-11-25'), by('2026-09-01')]).toEqual([
      'dateTooEarly',
      'dateInFuture',
      'done',
    ]);
  });

  it('says what a role needs and nobody entered', () => {
    const { file } = entered();
    const missing = missingOf(staffRulesIn(file)!, staffInForce(file)[0]!);
    expect(missing.map(({ id }) => id)).toEqual(['qualification', 'noCrime']);
  });

  it('forgets with a new year whoever left, and nobody else', () => {
    const story = turned(onDay(removes(enters(entered()), '2026-11-24'), '2027-01-01'), 2027);
    expect(staffOf(story.file)).toHaveLength(1);
    expect(staffOf(turned(supervised(), 2027).file)).toEqual([]);
  });

  it('is not kept where an older release pinned no rules for it', () => {
    const { file, ...story } = supervised();
    const { life } = file.itinerary;
    if (life?.kind !== 'supervision') throw new Error('No supervision');
    const { staff: _, ...older } = life;
    const old = { ...story, file: { ...file, itinerary: { ...file.itinerary, life: older } } };
    expect(refusalBy(() => enters(old))).toBe('noStaffList');
    expect(onDay(old, '2027-01-31').file.seq).toBe(file.seq);
  });
});

describe('a document that expires', () => {
  it.each([
    ['2027-01-29', 'valid'],
    ['2027-01-30', 'expiring'],
    ['2027-03-01', 'expiring'],
    ['2027-03-02', 'expired'],
  ])('on %s is %s', (today, state) => {
    expect(stateOf(health('2027-03-01'), 30, today)).toBe(state);
  });

  it('is waited for', () => {
    expect(nextDueAt(turned(entered(), 2027).file)).toBe('2027-01-29T16:00:00.000Z');
  });

  it('is reminded of once, thirty days before, in a mail to the institution', () => {
    expect(ofStaff(passed(entered(), '2027-01-29T15:59:59.000Z'))).toEqual([]);
    const story = passed(entered(), '2027-01-29T16:00:00.000Z');
    const [event, ...rest] = ofStaff(onDay(story, '2027-02-20'));
    expect([event?.type, rest]).toEqual(['staffDocumentsExpiring', []]);
    expect([noticeOf(event!), recipientOf(event!, story.file)]).toEqual([
      'staffDocumentsExpiring',
      { kind: 'applicant' },
    ]);
  });

  it('is found with the end of its last day, once, for the unit of the plan to deal with', () => {
    expect(ofStaff(passed(entered(), '2027-03-01T15:59:59.000Z'))).toHaveLength(1);
    const story = expired();
    const item = dealtWith(story);
    expect(item).toMatchObject([{ step: 'orderRectification', unit: LEAD, status: 'open' }]);
    expect(story.file.supervision!.findings['staffDocuments-2027-03-01']).toBe('serious');
    const later = onDay(story, '2027-06-30');
    expect(ofStaff(later).map(({ type }) => type)).toEqual([
      'staffDocumentsExpiring',
      'staffDocumentsExpired',
    ]);
  });

  it('of several members on one day is one finding', () => {
    const story = onDay(enters(entered(), { person: '李四' }), '2027-03-02');
    expect(ofStaff(story).at(-1)).toMatchObject({
      expiresOn: '2027-03-01',
      documents: [{ document: 'health' }, { document: 'health' }],
    });
    expect(dealtWith(story)).toHaveLength(1);
    const [first] = on(story);
    const both = changes(story, [health('2028-03-01', '2027-03-02')]);
    expect(dealtWith(both)).toMatchObject([{ status: 'open' }]);
    const gone = { act: 'removeStaff', member: first!.member, leftOn: '2027-03-02' } as const;
    expect(dealtWith(acted(both, null, gone, applicant))).toMatchObject([{ status: 'closed' }]);
  });

  it('is found without a reminder where the record slept through its days', () => {
    const late = onDay(entered(), '2027-03-02');
    expect(ofStaff(late).map(({ type }) => type)).toEqual(['staffDocumentsExpired']);
  });

  it('that is renewed before is neither reminded of nor found', () => {
    const story = onDay(changes(entered(), [health('2028-03-01')]), '2027-03-02');
    expect(ofStaff(story)).toEqual([]);
  });

  it('that is renewed after closes what was found, and is waited for anew', () => {
    const story = changes(expired(), [health('2028-02-28', '2027-03-02')]);
    expect(dealtWith(story)).toMatchObject([{ status: 'closed' }]);
    const next = onDay(onDay(story, '2028-02-01'), '2028-03-01');
    expect(ofStaff(next).map(({ type }) => type)).toEqual([
      'staffDocumentsExpiring',
      'staffDocumentsExpired',
      'staffDocumentsExpiring',
      'staffDocumentsExpired',
    ]);
  });

  it('closes what was found where its member leaves', () => {
    expect(dealtWith(removes(expired(), '2027-03-02'))).toMatchObject([{ status: 'closed' }]);
  });

  it('stays on the list as it was, but is not dropped from it', () => {
    const story = expired();
    const by = (documents: Documents, change: Partial<Entered> = {}) =>
      refusalBy(() => changes(story, documents, change));
    expect(by([])).toBe('renewalDue');
    expect(by([health('2027-03-01')], { classKind: 'senior' })).toBe('done');
    expect(dealtWith(changes(story, [health('2027-03-01')]))).toMatchObject([{ status: 'open' }]);
  });

  it('is settled, or ordered to be rectified, like anything that a visit found', () => {
    // The subdistrict's first visit has found nothing: what is open is the finding alone.
    const before = expired();
    const visit = { act: 'recordVisit', visitedOn: '2027-03-02', report: '检查', findings: [] } as const;
    const story = does(before, 'visit', { ...visit, checked: checkedOn(before) });
    const settled = does(story, 'orderRectification', { act: 'settleFindings', reason });
    expect(openSteps(settled)).toEqual([]);
    const ordered = does(story, 'orderRectification', {
      act: 'orderRectification',
      days: 15,
      demands: '换证',
    });
    expect(openSteps(serves(ordered))).toEqual(['rectify']);
    const renewed = changes(serves(ordered), [health('2028-03-01', '2027-03-02')]);
    expect(open(renewed, 'rectify').status).toBe('open');
  });

  it('keeps how grave it is through a new year while it is open', () => {
    const late = onDay(enters(supervised(), { documents: [health('2026-12-30')] }), '2027-01-02');
    const { findings } = turned(late, 2027).file.supervision!;
    expect(findings).toEqual({ 'staffDocuments-2026-12-30': 'serious' });
    const over = does(late, 'orderRectification', { act: 'settleFindings', reason });
    expect(turned(over, 2027).file.supervision!.findings).toEqual({});
  });

  it('is nobody’s to find once an exit is decided', () => {
    let story = acted(entered(), null, { act: 'requestExit', reason }, applicant);
    story = does(story, 'sanction', { act: 'proposeExit', measure: 'closure', grounds: reason });
    story = does(serves(story), 'decideExit', { act: 'decideExit', measure: 'closure' });
    expect(ofStaff(onDay(story, '2027-03-02'))).toEqual([]);
  });
});

describe('the ratios', () => {
  const places = (kind: 'infant' | 'toddler' | 'senior', children: number) => ({ kind, places: children });
  const of = (story: Story, ...classes: ReturnType<typeof places>[]) =>
    ratiosOf(xiacheng.plan.standards, { ...facts, classes }, on(story));

  it('are those of the standards, by the list in force', () => {
    const [ratio] = of(entered(), places('toddler', 5));
    expect(ratio).toMatchObject({ children: 5, carers: 1, detail: null });
    const [broken] = of(entered(), places('toddler', 5), places('toddler', 1));
    expect(broken).toMatchObject({ standard: { id: 'careRatio-toddler' }, children: 6, carers: 1 });
    expect(broken!.detail!.zh).toContain('6 人配保育人员 1 人');
  });

  it('count nobody who left, and say so of a class without carers', () => {
    const [ratio] = of(removes(entered(), '2026-11-24'), places('toddler', 5));
    expect(ratio).toMatchObject({ carers: 0, detail: expect.anything() });
    expect(of(entered(), places('senior', 7))).toMatchObject([{ carers: 0, detail: expect.anything() }]);
  });

  it('ask for nothing by themselves', () => {
    expect(told(supervised(), { type: 'intervened', kind: 'recomputed' }).file.asked).toEqual({});
    expect(openSteps(entered())).toEqual([]);
  });
});
