import { attributesOf, detailsOf } from '../../workflows/board';
import { type House, openHouse } from '../api/house';
import { advance, apply, fileOf } from '../api/way';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

describe('what the Temporal UI shows of a case', () => {
  it('names the stage, and each unit that it waits for, with the step and its last day in both languages', async () => {
    const details = detailsOf(await fileOf(house, await apply(house)));
    expect(details).toContain('环节 Stage: **受理 Acceptance** · 收到申请 Received 2026-09-28');
    expect(details).toContain(
      '等待 Waiting for:\n\n- **石桥街道** 受理，期限 2026-10-10 · Shiqiao Subdistrict: Accept, due 2026-10-10',
    );
  });

  it('puts the most urgent first, and marks what is overdue', async () => {
    const file = await advance(house, await apply(house), 'review');
    const [first, ...others] = Object.values(file.items).filter(({ status }) => status === 'open');
    if (!first) throw new Error('Nothing waits');
    const deadline = { ...first.deadline, due: '2026-09-29', dueAt: '2026-09-29T16:00:00.000Z' };
    const late = { ...first, limitPassed: true, deadline };
    const items = Object.fromEntries([...others, late].map((item) => [item.id, item]));
    const lines = detailsOf({ ...file, items })
      .split('\n')
      .filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(others.length + 1);
    expect(lines[0]).toMatch(/^- \*\*逾期 OVERDUE\*\* .*期限 2026-09-29/);
    expect(lines.slice(1).join('\n')).not.toContain('OVERDUE');
    expect(attributesOf({ ...file, items })).toMatchObject({ Overdue: true, Escalation: 'limitPassed' });
  });

  it('tells how a closed case ended', async () => {
    const file = await advance(house, await apply(house), 'end');
    expect(detailsOf(file)).toContain('已发证 Certified');
    expect(attributesOf(file)).toMatchObject({ Stage: 'certified', PendingUnits: [], WaitingFor: null });
  });
});
