import { isDue, materialsDue } from '../../../domain/materials';
import { facts } from './facts';
import { xiacheng } from './plans';

const due = (differences: Parameters<typeof facts>[0], stage: 'acceptance' | 'filing') =>
  materialsDue(xiacheng.plan.materials, facts(differences))
    .filter((material) => material.stage === stage)
    .map((material) => material.id);

/** 国卫办人口发〔2019〕25号. */
const filing = [
  'registrationCertificate',
  'siteProof',
  'staffQualifications',
  'staffHealth',
  'hygieneReport',
  'fireSafety',
  'filingForm',
  'commitmentLetter',
];

describe('the papers of a case', () => {
  it('asks for the papers of 国卫办人口发〔2019〕25号 with the filing', () => {
    expect(due({}, 'filing')).toEqual(filing);
  });

  it('asks for the food operation licence only where meals are provided', () => {
    expect(due({ meals: true }, 'filing')).toContain('foodLicence');
    expect(due({ meals: false }, 'filing')).not.toContain('foodLicence');
  });

  it('asks a family site for no registration certificate, since it registers nowhere', () => {
    expect(due({ serviceMode: 'family' }, 'filing')).toEqual(filing.slice(1));
  });

  it.each([
    ['family', 'servicePlan'],
    ['kindergarten', 'kindergartenLicence'],
    ['community', 'communityAgreement'],
    ['employer', 'employerStatement'],
  ] as const)('asks the %s mode, and no other, for its %s', (serviceMode, paper) => {
    expect(due({ serviceMode }, 'acceptance')).toContain(paper);
    expect(due({ serviceMode: 'private' }, 'acceptance')).not.toContain(paper);
  });

  it('asks a non-profit for its charter and a public institution for the approval of its establishment', () => {
    expect(due({ ownership: 'nonProfit' }, 'acceptance')).toContain('charter');
    expect(due({ ownership: 'publicInstitution' }, 'acceptance')).toContain('establishmentApproval');
    expect(due({ ownership: 'forProfit' }, 'acceptance')).not.toContain('charter');
    expect(due({ ownership: 'forProfit' }, 'acceptance')).not.toContain('establishmentApproval');
  });

  it('marks what was handed in already', () => {
    const papers = materialsDue(xiacheng.plan.materials, facts({ materials: ['applicationForm'] }));
    expect(papers.filter((paper) => paper.handedIn).map((paper) => paper.id)).toEqual(['applicationForm']);
  });

  const rule = (id: string) => xiacheng.plan.materials.find((material) => material.id === id)!;

  it.each([
    ['applicationForm', {}, true],
    ['floorPlan', {}, null],
    ['floorPlan', { serviceMode: null }, null],
    ['floorPlan', { serviceMode: 'private' }, true],
    ['floorPlan', { serviceMode: 'family' }, false],
    ['charter', { serviceMode: 'private' }, null],
    ['charter', { ownership: 'forProfit' }, false],
    ['foodLicence', {}, null],
    ['foodLicence', { meals: true }, true],
    ['foodLicence', { meals: false }, false],
  ] as const)('knows whether %s is owed as far as %j says: %s', (id, said, expected) => {
    expect(isDue(rule(id), said)).toBe(expected);
  });
});
