import type { Application, ApplicationFacts } from '../../domain/application';
import { materialsDue } from '../../domain/materials';
import type { Plan } from '../../domain/plan';
import type { ServiceMode } from '../../domain/vocabulary';

const usual: Omit<ApplicationFacts, 'serviceMode' | 'ownership' | 'subdistrict' | 'materials'> = {
  serviceForms: ['fullDay'],
  existingRegistration: null,
  places: 30,
  classes: [
    { kind: 'toddler', places: 10 },
    { kind: 'senior', places: 20 },
  ],
  premises: { areaSquareMetres: 300, highestFloor: 2, usesBasement: false, windowShare: 0.25, videoDays: 90 },
  staff: { carers: { toddler: 2, senior: 3 }, headHasDegree: true, headYears: 5, noCrimeProof: true },
  meals: true,
};

/** What an institution in each service mode is like; made up, and within every standard. */
const modes: Readonly<Record<ServiceMode, Pick<ApplicationFacts, 'ownership'> & Partial<ApplicationFacts>>> =
  {
    family: {
      ownership: 'publicInstitution',
      places: 0,
      classes: [],
      serviceForms: ['parentChild'],
      meals: false,
    },
    kindergarten: {
      ownership: 'publicInstitution',
      existingRegistration: { unifiedCode: '12330103MA9001372A', changes: true },
    },
    community: { ownership: 'nonProfit' },
    employer: { ownership: 'publicInstitution' },
    private: { ownership: 'forProfit' },
  };

/** The application that rehearses a service mode, with every paper that the plan asks for. */
export function applicationIn(plan: Plan, mode: ServiceMode, email: string): Application {
  const subdistrict = plan.units.find(({ kind }) => kind === 'subdistrict')?.id ?? '';
  const facts: ApplicationFacts = {
    ...usual,
    ...modes[mode],
    serviceMode: mode,
    subdistrict,
    materials: [],
  };
  const due = materialsDue(plan.materials, facts).filter(({ stage }) => stage === 'acceptance');
  return {
    facts: { ...facts, materials: due.map(({ id }) => id) },
    institution: { name: '演练托育园', nameIsProvisional: false, address: '演练路1号' },
    contact: {
      organisation: '演练托育机构',
      person: '演练联系人',
      phone: '13800000000',
      email,
      locale: 'zh',
    },
  };
}

/** The code under which a registrar registers it, where none is known. */
export const UNIFIED_CODE = '52330103MA9000003R';
