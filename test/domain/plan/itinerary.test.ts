import type { Itinerary } from '../../../domain/itinerary';
import { planCase } from '../../../domain/planCase';
import { valuesOf } from '../../../domain/label';
import {
  type Ownership,
  ownerships,
  registrationKinds,
  type RegistrationKind,
  type ServiceMode,
  serviceModes,
} from '../../../domain/vocabulary';
import { facts, registered } from './facts';
import { xiacheng } from './plans';

/** 三（二）3 and 4 as design.md tables them, for a site in 石桥街道. */
const modes: Record<
  ServiceMode,
  { lead: string; consulted: string[]; reviews: string[]; endorsedBy: string | null }
> = {
  family: {
    lead: 'health',
    consulted: ['women', 'shiqiao'],
    reviews: ['women', 'shiqiao', 'hr'],
    endorsedBy: null,
  },
  kindergarten: { lead: 'education', consulted: ['health'], reviews: ['health', 'hr'], endorsedBy: null },
  community: {
    lead: 'shiqiao',
    consulted: ['civilAffairs', 'health', 'education', 'housing', 'market', 'fire'],
    reviews: ['civilAffairs', 'health', 'education', 'housing', 'market', 'fire', 'hr'],
    endorsedBy: 'health',
  },
  employer: {
    lead: 'union',
    consulted: ['shiqiao', 'civilAffairs', 'housing', 'fire'],
    reviews: ['shiqiao', 'civilAffairs', 'housing', 'fire', 'hr'],
    endorsedBy: 'health',
  },
  private: {
    lead: 'shiqiao',
    consulted: ['civilAffairs', 'health', 'education', 'housing', 'market', 'fire'],
    reviews: ['civilAffairs', 'health', 'education', 'housing', 'market', 'fire', 'hr'],
    endorsedBy: 'health',
  },
};

/** 三（二）5, and the clock that each registrar has. */
const registrars: Record<Ownership, { unit: string; clock: string; endorsed: boolean }> = {
  publicInstitution: { unit: 'establishment', clock: 'registrationPublic', endorsed: false },
  nonProfit: { unit: 'civilAffairs', clock: 'registrationNonProfit', endorsed: true },
  forProfit: { unit: 'market', clock: 'registrationForProfit', endorsed: false },
};

const existing: Record<RegistrationKind, typeof registered | { unifiedCode: string; changes: false } | null> =
  {
    new: null,
    change: registered,
    none: { ...registered, changes: false },
  };

const cases = valuesOf(serviceModes).flatMap((mode) =>
  valuesOf(ownerships).flatMap((ownership) =>
    valuesOf(registrationKinds).map((kind) => [mode, ownership, kind] as const),
  ),
);

/** Who owes each step of a case, in order: `accept health`. */
function walk(itinerary: Itinerary): string[] {
  return itinerary.stages.flatMap(({ steps }) => steps.map((step) => `${step.id} ${step.unit}`));
}

describe('the units of a case, 三（二）3–5', () => {
  test.each(cases)('%s, %s, registration %s', (mode, ownership, kind) => {
    const itinerary = planCase(
      xiacheng,
      facts({ serviceMode: mode, ownership, existingRegistration: existing[kind] }),
    );
    const { lead, consulted, reviews, endorsedBy } = modes[mode];
    const registrar = registrars[ownership];
    const registers = mode !== 'family' && kind !== 'none';
    const endorses = registers && registrar.endorsed && endorsedBy !== null;
    expect(itinerary).toMatchObject({
      lead,
      consulted,
      handling: 'joint',
      registration: registers ? kind : 'none',
      registrar: registers ? registrar.unit : null,
    });
    expect(walk(itinerary)).toEqual([
      `accept ${lead}`,
      ...reviews.map((unit) => `review-${unit} ${unit}`),
      `draft ${lead}`,
      `decide ${lead}`,
      ...(endorses ? [`endorse ${endorsedBy}`] : []),
      ...(registers ? [`register ${registrar.unit}`, 'push system'] : []),
      'file applicant',
      'receipt health',
      'conformity health',
      'issue health',
    ]);
  });
});

describe('the itinerary', () => {
  const stagesOf = (itinerary: Itinerary) => itinerary.stages.map(({ stage }) => stage);
  const clockOf = (itinerary: Itinerary, id: string) =>
    itinerary.stages.flatMap(({ steps }) => steps).find((step) => step.id === id)?.clock;

  it('goes through every stage in the order of the plan', () => {
    expect(stagesOf(planCase(xiacheng, facts()))).toEqual([
      'acceptance',
      'jointReview',
      'decision',
      'registration',
      'push',
      'filing',
      'certificate',
    ]);
  });

  it('leaves out registration and push for a family site, which is a service point (附件2, site 1)', () => {
    const itinerary = planCase(xiacheng, facts({ serviceMode: 'family', places: 0, classes: [] }));
    expect(stagesOf(itinerary)).toEqual(['acceptance', 'jointReview', 'decision', 'filing', 'certificate']);
  });

  it('gives draft and signature the joint decision clock, 45 + 15 (行政许可法 第四十二条)', () => {
    const itinerary = planCase(xiacheng, facts());
    expect(clockOf(itinerary, 'draft')).toBe(clockOf(itinerary, 'decide'));
    expect(clockOf(itinerary, 'decide')).toMatchObject({
      id: 'decisionJoint',
      limit: 45,
      unit: 'workingDay',
      startsFrom: 'acceptance',
      extension: { limit: 15, by: 'governmentHead' },
    });
  });

  it('gives a decision without reviewers the single clock, 20 + 10 (行政许可法 第四十二条)', () => {
    const mode = xiacheng.plan.modes.kindergarten;
    const alone = { ...mode, reviews: { ...mode.reviews, value: [] } };
    const plan = { ...xiacheng.plan, modes: { ...xiacheng.plan.modes, kindergarten: alone } };
    const itinerary = planCase({ ...xiacheng, plan }, facts({ serviceMode: 'kindergarten' }));
    expect(itinerary.handling).toBe('single');
    expect(stagesOf(itinerary)).not.toContain('jointReview');
    expect(clockOf(itinerary, 'decide')).toMatchObject({
      id: 'decisionSingle',
      limit: 20,
      extension: { limit: 10, by: 'unitHead' },
    });
  });

  it.each(valuesOf(ownerships))('runs the registration of a %s on its own clock', (ownership) => {
    const itinerary = planCase(xiacheng, facts({ ownership }));
    expect(clockOf(itinerary, 'register')?.id).toBe(registrars[ownership].clock);
  });

  it('asks no endorsement of a supervising authority that decided the case itself', () => {
    const itinerary = planCase(xiacheng, facts({ serviceMode: 'kindergarten', ownership: 'nonProfit' }));
    expect(walk(itinerary)).not.toContain('endorse education');
    expect(walk(itinerary)).toContain('register civilAffairs');
  });

  it.each(['tianshui', 'wulin', 'changqing', 'chaoming', 'chaohui', 'wenhui', 'dongxin', 'shiqiao'])(
    'takes the subdistrict of the site as lead: %s',
    (subdistrict) => {
      const itinerary = planCase(xiacheng, facts({ serviceMode: 'community', subdistrict }));
      expect(itinerary).toMatchObject({ lead: subdistrict, subdistrict });
      expect(walk(itinerary)).toContain(`decide ${subdistrict}`);
    },
  );

  it('names each step only once, in letters that can stand in an address', () => {
    for (const serviceMode of valuesOf(serviceModes)) {
      const ids = planCase(xiacheng, facts({ serviceMode, ownership: 'nonProfit' })).stages.flatMap(
        ({ steps }) => steps.map(({ id }) => id),
      );
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9-]*$/);
    }
  });

  it('is the same for the same application, and names the version of the plan', () => {
    expect(planCase(xiacheng, facts())).toEqual(planCase(xiacheng, facts()));
    expect(planCase(xiacheng, facts()).planVersion).toBe('xiacheng@1');
  });
});
