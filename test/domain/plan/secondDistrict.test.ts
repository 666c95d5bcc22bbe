import type { ApplicationFacts } from '../../../domain/application';
import type { Itinerary } from '../../../domain/itinerary';
import { planCase } from '../../../domain/planCase';
import { facts } from './facts';
import { fictional } from './plans';

const plan = (differences: Partial<ApplicationFacts>): Itinerary =>
  planCase(fictional, facts({ subdistrict: 'north', ...differences }));
const walk = ({ stages }: Itinerary) =>
  stages.flatMap(({ steps }) => steps.map(({ id, unit, clock }) => `${id} ${unit} ${clock.id}`));
const filing = ['file applicant rest', 'receipt office rest', 'conformity office rest', 'issue office rest'];

describe('a second district, which shares no rule with Xiacheng', () => {
  it('lets family sites register, decided by the subdistrict and endorsed by its own authority', () => {
    const itinerary = plan({ serviceMode: 'family', ownership: 'publicInstitution' });
    expect(itinerary).toMatchObject({ lead: 'north', registration: 'new', registrar: 'bigBureau' });
    expect(walk(itinerary)).toEqual([
      'accept counter take',
      'review-safety safety look',
      'draft north together',
      'decide north together',
      'endorse bigBureau rest',
      'register bigBureau enter',
      'push system rest',
      ...filing,
    ]);
  });

  it('handles a mode without reviewers singly and leaves its joint review out', () => {
    const itinerary = plan({ serviceMode: 'kindergarten', ownership: 'nonProfit' });
    expect(itinerary.handling).toBe('single');
    expect(walk(itinerary)).toEqual([
      'accept counter take',
      'draft bigBureau alone',
      'decide bigBureau alone',
      'register counter enter',
      'push system rest',
      ...filing,
    ]);
  });

  it('asks one and the same unit only once, though it reviews under two names', () => {
    const reviewers = (subdistrict: string) =>
      plan({ serviceMode: 'community', subdistrict })
        .stages.find(({ stage }) => stage === 'jointReview')
        ?.steps.map(({ unit }) => unit);
    expect(reviewers('north')).toEqual(['north', 'safety']);
    expect(reviewers('south')).toEqual(['south', 'north', 'safety']);
  });

  it('follows the plan where it asks for single handling in spite of reviewers', () => {
    const itinerary = plan({ serviceMode: 'employer' });
    expect(itinerary).toMatchObject({ handling: 'single', registration: 'none', registrar: null });
    expect(walk(itinerary)).toEqual([
      'accept safety take',
      'review-bigBureau bigBureau look',
      'draft counter alone',
      'decide counter alone',
      ...filing,
    ]);
  });

  it('endorses a for-profit and not a non-profit, the other way round', () => {
    expect(walk(plan({ serviceMode: 'private', ownership: 'forProfit' }))).toContain(
      'endorse bigBureau rest',
    );
    expect(walk(plan({ serviceMode: 'private', ownership: 'nonProfit' })).join()).not.toContain('endorse');
  });

  it('keeps its own limits, units and extensions', () => {
    const clocks = plan({ serviceMode: 'private' }).stages.flatMap(({ steps }) =>
      steps.map(({ clock }) => clock),
    );
    expect(clocks.find(({ id }) => id === 'take')).toMatchObject({
      limit: 3,
      unit: 'calendarDay',
      silence: 'overdue',
    });
    expect(clocks.find(({ id }) => id === 'together')?.extension).toEqual({ limit: 2, by: 'unitHead' });
  });

  it('asks for its own papers', () => {
    const ids = (differences: Partial<ApplicationFacts>) => plan(differences).materials.map(({ id }) => id);
    expect(ids({ serviceMode: 'family', ownership: 'forProfit', meals: true })).toEqual([
      'letter',
      'kitchenPlan',
    ]);
    expect(ids({ serviceMode: 'family', ownership: 'forProfit', meals: false })).toEqual(['letter']);
  });

  it('measures by its own standards: 9 m² a child, and a basement is allowed', () => {
    const premises = { ...facts().premises, areaSquareMetres: 300, usesBasement: true, highestFloor: 1 };
    const findings = (serviceMode: ApplicationFacts['serviceMode']) =>
      plan({ serviceMode, premises }).findings.map(({ id }) => id);
    expect(findings('employer')).toEqual(['room']);
    expect(
      plan({ serviceMode: 'employer', premises: { ...premises, highestFloor: 2 } }).findings,
    ).toHaveLength(2);
  });
});
