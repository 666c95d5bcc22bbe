import type { ApplicationFacts } from '../../../domain/application';

/** An application that meets every standard of Xiacheng; a test says what is different about its own. */
export function facts(differences: Partial<ApplicationFacts> = {}): ApplicationFacts {
  return {
    serviceMode: 'private',
    serviceForms: ['fullDay'],
    ownership: 'forProfit',
    subdistrict: 'shiqiao',
    existingRegistration: null,
    places: 35,
    classes: [
      { kind: 'toddler', places: 15 },
      { kind: 'senior', places: 20 },
    ],
    premises: {
      areaSquareMetres: 300,
      highestFloor: 2,
      usesBasement: false,
      windowShare: 0.25,
      videoDays: 90,
    },
    staff: { carers: { toddler: 3, senior: 3 }, headHasDegree: true, headYears: 3, noCrimeProof: true },
    meals: false,
    materials: [],
    ...differences,
  };
}

export const registered = { unifiedCode: '91330103MA2B0000X0', changes: true } as const;
