import { receiptProblem } from '../../domain/receipt';

const TODAY = '2026-09-28';
const found = (receivedOn: string, reason?: string) => {
  const problem = receiptProblem({ receivedOn, reason }, TODAY);
  return problem && `${problem.pointer} ${problem.rule}`;
};

describe('the day on which papers came to the counter', () => {
  it('is today without further words', () => {
    expect(found(TODAY)).toBeNull();
    expect(found(TODAY, '当日收件')).toBeNull();
  });

  it('is an earlier day only with a reason', () => {
    expect(found('2026-09-27')).toBe('/reason reasonMissing');
    expect(found('2026-09-27', ' \n')).toBe('/reason reasonMissing');
    expect(found('2026-09-27', '节前收件')).toBeNull();
  });

  it('is never a later day, whatever the reason', () => {
    expect(found('2026-09-29', '预收')).toBe('/receivedOn dateInFuture');
    expect(receiptProblem({ receivedOn: '2026-09-29' }, TODAY)?.allowed).toEqual([`<= ${TODAY}`]);
  });
});
