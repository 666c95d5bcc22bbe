import { isConcealed, shownAbout } from '../../../api/reading/concealed';
import { checklistOf } from '../../../domain/changes/supervised';
import type { VisitFinding } from '../../../domain/lifeAct';
import { openItems } from '../../../domain/process';
import { asItShouldBe, type Checked } from '../../../domain/supervision';
import { applicant, official } from '../../world/people';
import { acted, conducted, onDay, type Story } from '../record/story';
import { checkedOn, does, reason, refusalBy, SUBDISTRICT, supervised, turned } from './institution';

const day = (story: Story) => story.now.slice(0, 10);

/** The first visit of the subdistrict, three months after the certificate. */
const firstVisit = () => onDay(supervised(), '2027-02-24');

describe('the checklist of a visit', () => {
  const finding = { severity: 'minor', text: '地面湿滑' } as const;
  const records = (
    checked: readonly Checked[],
    findings: readonly VisitFinding[] = [],
    story = firstVisit(),
  ) => does(story, 'visit', { act: 'recordVisit', visitedOn: day(story), report: '检查', findings, checked });
  const refused = (...body: Parameters<typeof records>) => refusalBy(() => records(...body));

  it('is answered line by line, each once', () => {
    const [first, ...rest] = checkedOn(firstVisit());
    const unknown = { line: 'escape', result: 'fit' } as const;
    expect([
      refused(rest),
      refused([first!, first!, ...rest]),
      refused([...rest, first!, unknown]),
      refused([...rest, first!]),
    ]).toEqual(['linesMissing', 'unknownLine', 'unknownLine', 'done']);
  });

  it('has a finding for each line that is not as it should be, and for no other', () => {
    const unfit = checkedOn(firstVisit(), 'premises');
    expect([
      refused(unfit),
      refused(unfit, [finding]),
      refused(unfit, [{ ...finding, line: 'places' }]),
      refused(unfit, [{ ...finding, line: 'premises' }, finding]),
    ]).toEqual(['lineUnfounded', 'lineUnfounded', 'lineFit', 'done']);
  });

  it('is on the record, line by line', () => {
    const { events } = records(checkedOn(firstVisit()));
    expect(events.find(({ type }) => type === 'visited')).toMatchObject({
      checked: [
        { line: 'places', result: 'fit' },
        { line: 'staffPresent', result: 'fit' },
        { line: 'premises', result: 'fit' },
      ],
    });
  });

  it('is asked of nobody where an older release pinned none', () => {
    const story = turned(onDay(supervised(), '2027-01-01'), 2027, (visits) =>
      visits.map(({ checklist: _, ...visit }) => visit),
    );
    expect(refused([], [], onDay(story, '2027-02-24'))).toBe('done');
  });
});

describe('a joint visit', () => {
  const calls = (units: readonly string[]) =>
    acted(
      supervised(),
      null,
      { act: 'callVisit', ground: 'joint', units, reason },
      official(SUBDISTRICT, 'reviewer'),
    );

  it('asks each unit, which looks at what is its own and records its part', () => {
    const story = conducted(calls(['police', 'fire']));
    const visits = openItems(story.file).filter(({ step }) => step === 'visit');
    expect(visits.map(({ unit }) => unit)).toEqual([SUBDISTRICT, 'police', 'fire']);
    const [, police, fire] = visits;
    expect(checklistOf(story.file, fire!).map(({ id }) => id)).toEqual([
      'escape',
      'fireEquipment',
      'fireUse',
    ]);
    const checked = asItShouldBe(checklistOf(story.file, police!));
    const rest = { visitedOn: day(story), report: '检查', findings: [], checked };
    const recorded = acted(
      story,
      police!.id,
      { act: 'recordVisit', ...rest },
      official('police', 'reviewer'),
    );
    const open = openItems(recorded.file).filter(({ step }) => step === 'visit');
    expect(open.map(({ unit }) => unit)).toEqual([SUBDISTRICT, 'fire']);
  });

  it('is for units that visit by the plan, each once, and not its own again', () => {
    const refused = (...units: string[]) => refusalBy(() => calls(units));
    expect([
      refused('finance'),
      refused('fire', 'fire'),
      refused(SUBDISTRICT),
      refused('fire', 'police'),
    ]).toEqual(['unknownUnit', 'unknownUnit', 'unknownUnit', 'done']);
  });

  it('is told to no institution before it is made', () => {
    const { file } = conducted(calls(['fire']));
    const items = Object.values(file.items).filter(({ step }) => step === 'visit');
    expect(items.map((item) => [isConcealed(item, applicant), shownAbout(item.id, applicant)])).toEqual([
      [true, null],
      [true, null],
    ]);
  });
});
