import { mattersOf } from '../../../domain/conference';
import { openItems } from '../../../domain/process';
import { official } from '../../world/people';
import { acted, conducted, did, onDay, type Story, wayTo } from '../record/story';
import { does, open, openSteps, refusalBy } from './institution';
import { allServed, applicant, lossProposed, office } from './site';

const objects = (story: Story, unit: string) =>
  did(story, `review-${unit}`, { act: 'signOff', opinion: 'object', reason: '疏散通道不足' });
const objected = (...units: string[]) => units.reduce(objects, wayTo('review'));
const kinds = (story: Story) => mattersOf(story.file).map(({ kind }) => kind);

const decision = '由街道牵头，消防现场指导整改';
const conference = (
  story: Story,
  units: readonly string[] = ['shiqiao', 'fire'],
  heldOn = story.now.slice(0, 10),
) => acted(story, null, { act: 'confer', heldOn, decision, units }, office);

describe('what is for the joint conference', () => {
  it('is nothing while a case goes its way', () => {
    expect(kinds(wayTo('review'))).toEqual([]);
    expect(refusalBy(() => conference(wayTo('review')))).toBe('noMatter');
  });

  it('is a case to which two units object, and not one', () => {
    expect(kinds(objected('fire'))).toEqual([]);
    expect(mattersOf(objected('fire', 'housing').file)).toMatchObject([
      { kind: 'objections', units: ['fire', 'housing'], since: '2026-11-24' },
    ]);
  });

  it('is no longer that once the decision is made', () => {
    const answered = openItems(objected('fire', 'housing').file)
      .filter(({ step }) => step === 'answer')
      .reduce(
        (story, { id, unit }) =>
          acted(story, id, { act: 'answerObjection', answer: '已整改' }, official(unit, 'caseOfficer')),
        objected('fire', 'housing'),
      );
    expect(kinds(answered)).toEqual(['objections']);
    const { dates } = answered.file;
    expect(mattersOf({ ...answered.file, dates: { ...dates, decision: '2026-12-01' } })).toEqual([]);
  });

  it('is a unit that was late twice in one case, not several that were once', () => {
    const once = onDay(objected('fire'), '2026-12-20');
    expect(kinds(once)).toEqual([]);
    const late = conducted(onDay(objected('fire', 'housing'), '2026-12-20'));
    expect(mattersOf(late.file).find(({ kind }) => kind === 'overdueTwice')).toMatchObject({
      units: ['shiqiao'],
    });
  });

  it('is what an institution contests', () => {
    const told = allServed(lossProposed());
    expect(kinds(told)).toEqual([]);
    const said = does(told, 'contest', { act: 'contest', statement: '已整改' }, applicant);
    expect(mattersOf(said.file)).toMatchObject([{ kind: 'disputed', units: ['health'] }]);
  });
});

describe('what the conference decides', () => {
  it('is carried out by each unit that it names, and asked of nobody else', () => {
    const story = conference(objected('fire', 'housing'));
    const asked = openItems(story.file).filter(({ step }) => step === 'followUp');
    expect(asked.map(({ unit }) => unit)).toEqual(['shiqiao', 'fire']);
    expect(openSteps(conference(objected('fire', 'housing'), []))).not.toContain('followUp');
    const [item] = asked;
    const done = acted(
      story,
      item!.id,
      { act: 'followUp', report: '已整改' },
      official(item!.unit, 'caseOfficer'),
    );
    expect(open(done, 'followUp').unit).toBe('fire');
  });

  it('takes the case off the list, until something new is added to its matter', () => {
    const story = conference(objected('fire', 'housing'));
    expect(kinds(story)).toEqual([]);
    expect(kinds(objects(story, 'market'))).toEqual(['objections']);
  });

  it('was decided on a day that has come, and names units of the plan, each once', () => {
    const decide = (units: readonly string[], heldOn?: string) =>
      refusalBy(() => conference(objected('fire', 'housing'), units, heldOn));
    expect([decide([], '2026-11-25'), decide(['nobody']), decide(['fire', 'fire'])]).toEqual([
      'dateInFuture',
      'unknownUnit',
      'unknownUnit',
    ]);
  });

  it('is the leading group’s office’s to record', () => {
    const other = official('shiqiao', 'caseOfficer');
    const body = { act: 'confer', heldOn: '2026-11-24', decision, units: [] } as const;
    expect(refusalBy(() => acted(objected('fire', 'housing'), null, body, other))).toBe('roleMissing');
  });
});
