import { perThousand } from '../../../domain/report/places';
import { xiacheng } from '../plan/plans';

const basis = { clause: '统计公报', source: 'district', confirmed: true } as const;
const at = (underThree: number) => ({ population: { underThree, basis } });

describe('places per 1,000 children under 3', () => {
  it('are told to a tenth, and not at all while nobody has entered the population', () => {
    const report = { institutions: 2, places: 125 };
    expect([
      perThousand(report, at(9_000)),
      perThousand(report, at(125)),
      perThousand({ ...report, places: 0 }, at(9_000)),
      perThousand(report, xiacheng.plan),
    ]).toEqual([13.9, 1_000, 0, null]);
  });
});
