import { standsAt } from '../../../domain/process';
import { applicant, official } from '../../world/people';
import { acted, conducted, onDay, type Story } from '../record/story';
import { does, evaluated, LEAD, open, openSteps, reason, refusalBy, scores, serves } from './institution';

const assessed = () => does(evaluated(), 'selfAssess', { act: 'selfAssess', report: '自评良好' });
const proposed = (points = 85, silent: readonly string[] = []) =>
  does(scores(assessed(), points, silent), 'rate', { act: 'proposeRating', grounds: '综合评分' });
/** With what is due then. */
const later = (story: Story, date: string) => conducted(onDay(story, date));
const confirm = (story: Story, rating: string | null, answer?: string) =>
  does(story, 'confirmRating', { act: 'confirmRating', rating, answer });

describe('the institution assesses itself first', () => {
  it('and the units score once it has', () => {
    expect(standsAt(evaluated().file)).toBe('selfAssessment');
    expect(openSteps(assessed())).toEqual(Array(8).fill('score'));
  });

  it('or has let its time pass', () => {
    const late = onDay(evaluated(), '2026-12-23');
    expect(open(late, 'selfAssess').limitPassed).toBe(true);
    expect(standsAt(late.file)).toBe('scoring');
  });
});

describe('a unit scores', () => {
  const body = (indicators: readonly string[]) => ({
    act: 'score' as const,
    points: indicators.map((indicator) => ({ indicator, points: 80, evidence: '现场核实' })),
  });
  const market = (indicators: readonly string[]) => {
    const story = assessed();
    const item = open(story, 'score', 'market');
    return refusalBy(() => acted(story, item.id, body(indicators), official('market', 'reviewer')));
  };

  it('all indicators of its duty, once each, and no others', () => {
    expect([
      market(['foodSafety']),
      market(['foodSafety', 'fees', 'parents']),
      market(['foodSafety', 'fees', 'fees']),
      market(['foodSafety', 'fees']),
    ]).toEqual(['indicatorsMissing', 'unknownIndicator', 'unknownIndicator', 'done']);
  });

  it('and can take its points back until a rating is proposed', () => {
    const all = scores(assessed(), 80);
    const [item] = Object.values(all.file.items).filter(
      ({ unit, step }) => unit === 'fire' && step === 'score',
    );
    const amend = { act: 'amend', reason: '笔误' } as const;
    const amended = acted(all, item!.id, amend, official('fire', 'reviewer'));
    expect(amended.file.evaluation!.points.map(({ indicator }) => indicator)).not.toContain('fireSafety');
    expect(open(amended, 'score').unit).toBe('fire');
    const rated = does(all, 'rate', { act: 'proposeRating', grounds: '综合评分' });
    expect(refusalBy(() => acted(rated, item!.id, amend, official('fire', 'reviewer')))).toBe('builtUpon');
  });
});

describe('the rating', () => {
  it.each([
    [95, 'excellent', 'reward'],
    [85, 'good', 'keep'],
    [65, 'sufficient', 'rectify'],
    [20, 'insufficient', 'exit'],
  ])('that %d points everywhere lead to is %s, which leads to %s', (points, rating, leadsTo) => {
    expect(proposed(points).file.evaluation!.proposal).toMatchObject({ score: points, rating, leadsTo });
  });

  it('leaves out a unit that was silent', () => {
    const silent = later(scores(assessed(), 85, ['fire', 'police']), '2026-12-23');
    const story = does(silent, 'rate', { act: 'proposeRating', grounds: '消防、公安未评分' });
    expect(story.file.evaluation!.proposal).toMatchObject({ score: 85, coverage: 80, rating: 'good' });
  });

  it('is none where too little was scored, and then the institution is kept', () => {
    const silent = later(assessed(), '2026-12-23');
    const story = serves(does(silent, 'rate', { act: 'proposeRating', grounds: '未评分' }));
    const waived = does(story, 'contest', { act: 'waiveContest' });
    expect(confirm(waived, null).file).toMatchObject({
      outcome: 'rated',
      evaluation: { rated: { rating: null, score: null, leadsTo: 'keep' } },
    });
  });

  it('waits for the institution until it has answered, or let its days pass after the service', () => {
    const story = serves(proposed());
    expect(refusalBy(() => confirm(story, 'good'))).toBe('contestOpen');
    const lapsed = onDay(story, '2026-12-10');
    expect(confirm(lapsed, 'good').file.outcome).toBe('rated');
  });

  it('is not confirmed by whoever proposed it, nor as another rating', () => {
    const story = does(serves(proposed()), 'contest', { act: 'waiveContest' });
    const item = open(story, 'confirmRating');
    const both = { ...official(LEAD, 'decisionMaker'), sub: official(LEAD, 'caseOfficer').sub };
    const body = { act: 'confirmRating', rating: 'good' } as const;
    expect(refusalBy(() => acted(story, item.id, body, both))).toBe('fourEyes');
    expect(refusalBy(() => confirm(story, 'excellent'))).toBe('resultDiffers');
  });

  it('that was contested is confirmed with an answer', () => {
    const story = does(serves(proposed()), 'contest', { act: 'contest', statement: '食品评分有误' });
    expect(refusalBy(() => confirm(story, 'good'))).toBe('contestUnanswered');
    expect(refusalBy(() => confirm(story, 'good', ' '))).toBe('contestUnanswered');
    expect(confirm(story, 'good', '已核实').file.outcome).toBe('rated');
  });

  it('that is returned is proposed anew, with points that were amended meanwhile', () => {
    const contested = does(serves(proposed()), 'contest', { act: 'contest', statement: '食品评分有误' });
    const returned = does(contested, 'confirmRating', { act: 'returnRating', reason });
    expect(openSteps(returned)).toEqual(['rate']);
    const [item] = Object.values(returned.file.items).filter(
      ({ unit, step }) => unit === 'market' && step === 'score',
    );
    const amended = acted(returned, item!.id, { act: 'amend', reason }, official('market', 'reviewer'));
    const again = does(scores(amended, 100), 'rate', { act: 'proposeRating', grounds: '已更正' });
    expect(again.file.evaluation!.proposal!.score).toBeGreaterThan(85);
    expect(openSteps(again)).toEqual(['confirmRating', 'contest', 'serve']);
  });

  it('ends the evaluation, and its letter is served', () => {
    const story = confirm(onDay(serves(proposed()), '2026-12-10'), 'good');
    expect(story.file.outcome).toBe('rated');
    expect(openSteps(story)).toEqual(['serve']);
    expect(story.file.letters.map(({ kind }) => kind)).toEqual(['ratingProposed', 'rated']);
  });
});

describe('who may contest', () => {
  it('is the institution alone', () => {
    const story = serves(proposed());
    const item = open(story, 'contest');
    const body = { act: 'contest', statement: '有异议' } as const;
    expect([
      refusalBy(() => acted(story, item.id, body, { ...applicant, organisation: 'another' })),
      refusalBy(() => acted(story, item.id, body, official(LEAD, 'caseOfficer'))),
    ]).toEqual(['notYourCase', 'roleMissing']);
  });
});
