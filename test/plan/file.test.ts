import { readFileSync } from 'node:fs';
import { parsePlan, readPlanFile } from '../../infra/plan/file';
import { PlanFileError, type PlanProblem } from '../../infra/plan/problem';
import { fictional, fictionalFile, xiachengFile } from '../domain/plan/plans';

const text = readFileSync(fictionalFile, 'utf8');

/** The problems that a changed file gives; the change must have changed something. */
function problemsAfter(from: string | RegExp, to: string): readonly PlanProblem[] {
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return problemsIn(changed);
}

function problemsIn(content: string): readonly PlanProblem[] {
  try {
    parsePlan(content, 'plan.yaml');
  } catch (error) {
    if (error instanceof PlanFileError) return error.problems;
    throw error;
  }
  return [];
}

/** Where a piece of text stands in the fictional plan; line and column begin with 1. */
function place(piece: string): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(piece));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

describe('reading a plan file', () => {
  it('reads the plan that is shipped, and a second district', () => {
    expect(readPlanFile(xiachengFile).id).toBe('xiacheng');
    expect(readPlanFile(fictionalFile)).toEqual(fictional.plan);
  });

  it('says which file cannot be read', () => {
    expect(() => readPlanFile('/nowhere/plan.yaml')).toThrow(/nowhere\/plan\.yaml:1:1 \(unreadable\)/);
  });

  it('tells file, line, column, path, rule and allowed values, Chinese first', () => {
    const changed = text.replace('unit: calendarDay', 'unit: calenderDay');
    const { line, column } = place('calendarDay');
    expect(() => parsePlan(changed, 'plan.yaml')).toThrow(
      [
        `plan.yaml:${line}:${column} clocks[0].unit (notAllowed)`,
        '  不是允许的值“calenderDay”。可用：workingDay、calendarDay。是否想写 calendarDay？',
        '  This value is not allowed ("calenderDay"). Allowed: workingDay, calendarDay. Did you mean calendarDay?',
      ].join('\n'),
    );
  });

  it('points at the name of an entry that it does not know, and offers the right one', () => {
    const [problem] = problemsAfter('leadingGroupOffice: office', 'leadingGroupOffice: office\nremedie: 1');
    const { line } = place('leadingGroupOffice');
    expect(problem).toMatchObject({
      rule: 'unknownKey',
      path: 'remedie',
      line: line + 1,
      column: 1,
      suggestion: 'remedy',
    });
  });

  it('points at what should hold an entry that is missing', () => {
    const problems = problemsAfter(', inForceFrom: 2030-02-01', '');
    expect(problems).toMatchObject([
      { rule: 'missing', path: 'document.inForceFrom', ...place('{ issuer: 云溪区人民政府') },
    ]);
  });

  it('knows which entries a standard of this kind has', () => {
    const problems = problemsAfter('basementAllowed: true', 'basementAlowed: true');
    expect(problems).toMatchObject([
      { rule: 'missing', path: 'standards[1].basementAllowed' },
      { rule: 'unknownKey', path: 'standards[1].basementAlowed', suggestion: 'basementAllowed' },
    ]);
  });

  it('tells a missing mode by its name', () => {
    const problems = problemsAfter('  private:\n', '  privat:\n');
    expect(problems).toMatchObject([
      { rule: 'missing', path: 'modes.private' },
      { rule: 'unknownKey', path: 'modes.privat', suggestion: 'private', ...place('private:') },
    ]);
  });

  test.each([
    [
      'a day that does not exist',
      'issuedOn: 2030-01-05',
      'issuedOn: 2030-02-30',
      'document.issuedOn',
      'format',
    ],
    ['half a day', 'limit: 14', 'limit: 1.5', 'clocks[3].limit', 'wrongKind'],
    ['a limit of no days', 'limit: 14', 'limit: 0', 'clocks[3].limit', 'range'],
    ['a number in quotes', 'limit: 14', "limit: '14'", 'clocks[3].limit', 'wrongKind'],
    [
      'yes for true',
      'basementAllowed: true',
      'basementAllowed: yes',
      'standards[1].basementAllowed',
      'wrongKind',
    ],
    [
      'an empty entry',
      'silence: overdue\n    extension',
      'silence:\n    extension',
      'clocks[3].silence',
      'notAllowed',
    ],
    ['an unknown standard', 'kind: floor', 'kind: storey', 'standards[1].kind', 'notAllowed'],
    ['a unit id with a space', 'id: bigBureau', 'id: big Bureau', 'units[0].id', 'format'],
    ['a blank label', 'zh: 云溪节', "zh: ' '", 'calendar[0].name.zh', 'format'],
    [
      'a list that is a word',
      'consulted: [counter]',
      'consulted: counter',
      'modes.kindergarten.consulted',
      'wrongKind',
    ],
  ])('refuses %s', (_, from, to, path, rule) => {
    expect(problemsAfter(from, to)).toMatchObject([{ path, rule }]);
  });

  it('tells a slip in the YAML by its line, and not what stumbles over it', () => {
    const problems = problemsAfter('units:\n', 'units:\n\t- x\n');
    expect(problems).toMatchObject([
      {
        rule: 'syntax',
        line: place('units:').line + 1,
        column: 1,
        detail: { zh: '缩进须用空格，不能用制表符' },
      },
    ]);
  });

  it('tells an entry that is there twice', () => {
    const problems = problemsAfter('id: yunxi\n', 'id: yunxi\nid: other\n');
    expect(problems).toMatchObject([{ rule: 'duplicate', line: place('id: yunxi').line + 1 }]);
  });

  it('tells an anchor that is missing', () => {
    const problems = problemsAfter(
      'needsEndorsement: false, basis: *rule',
      'needsEndorsement: false, basis: *ruel',
    );
    expect(problems).toMatchObject([{ rule: 'unknownReference', found: '*ruel' }]);
  });

  it('refuses an empty file and one that holds a list', () => {
    expect(problemsIn('')).toMatchObject([{ rule: 'wrongKind', path: '', line: 1, column: 1 }]);
    expect(problemsIn('- 1')).toMatchObject([{ rule: 'wrongKind', path: '', line: 1, column: 1 }]);
  });

  it('tells everything at once, from the top', () => {
    const changed = text.replace('limit: 14', 'limit: many').replace('kind: department', 'kind: bureau');
    const problems = problemsIn(changed);
    expect(problems.map(({ path }) => path)).toEqual(['units[0].kind', 'clocks[3].limit']);
  });
});
