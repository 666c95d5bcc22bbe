import type { Application, ApplicationFacts } from '../../domain/application';

/** A private non-profit institution that meets every standard; the longest way through the process. */
export const facts: ApplicationFacts = {
  serviceMode: 'private',
  serviceForms: ['fullDay'],
  ownership: 'nonProfit',
  subdistrict: 'shiqiao',
  existingRegistration: null,
  places: 30,
  classes: [
    { kind: 'toddler', places: 10 },
    { kind: 'senior', places: 20 },
  ],
  premises: {
    areaSquareMetres: 300,
    highestFloor: 2,
    usesBasement: false,
    windowShare: 0.25,
    videoDays: 90,
  },
  staff: { carers: { toddler: 2, senior: 3 }, headHasDegree: true, headYears: 5, noCrimeProof: true },
  meals: true,
  materials: [],
};

/** The personal data that must never reach the engine; a test looks for these words. */
export const contact = {
  organisation: '示例托育有限公司',
  person: '示例联系人',
  phone: '13800001111',
  email: 'applicant@example.org',
  locale: 'zh',
} as const;

export function application(changes: Partial<ApplicationFacts> = {}): Application {
  return {
    facts: { ...facts, ...changes },
    institution: { name: '示例托育园', nameIsProvisional: false, address: '示例路1号' },
    contact,
  };
}
