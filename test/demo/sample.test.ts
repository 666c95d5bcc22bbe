import { problemsOf } from '../../domain/applicationProblems';
import { planCase } from '../../domain/planCase';
import { applicantFor } from '../../infra/client/people';
import { applicationOf, sampleOf } from '../../infra/demo/sample';
import { seedAccounts } from '../../infra/development/accounts';
import { answererRole } from '../../domain/actRules';
import { straightActs } from '../../infra/client/straightAct';
import { officialOf } from '../../infra/client/people';
import { xiacheng } from '../domain/plan/plans';

const { plan } = xiacheng;
const sites = plan.demonstrationSites.map((site) => [site.no, site] as const);
const accounts = new Map(seedAccounts(plan).map((account) => [account.sub, account]));

test('the annex has 14 sites', () => {
  expect(sites).toHaveLength(14);
});

test.each(sites)('site %i is applied for in the words of the annex', (_no, site) => {
  const { facts, institution } = applicationOf(plan, site, 'a@onewindow.example');
  expect(institution).toEqual({
    name: site.name,
    nameIsProvisional: site.nameIsProvisional,
    address: site.printed.address,
  });
  expect(facts).toMatchObject({ serviceMode: site.mode, places: site.places ?? 0 });
  expect(problemsOf(xiacheng, facts)).toEqual([]);
});

test.each(sites)('site %i brings every paper that acceptance asks for', (_no, site) => {
  const { materials } = planCase(xiacheng, applicationOf(plan, site, 'a@onewindow.example').facts);
  expect(materials.filter(({ stage, handedIn }) => stage === 'acceptance' && !handedIn)).toEqual([]);
});

test.each(sites)('site %i can be registered under a code where it registers', (_no, site) => {
  const itinerary = planCase(xiacheng, applicationOf(plan, site, 'a@onewindow.example').facts);
  expect(sampleOf(site.no).unifiedCode !== null).toBe(itinerary.registrar !== null);
});

test.each(sites)('somebody with the right role can answer every step of site %i', (_no, site) => {
  const { facts } = applicationOf(plan, site, 'a@onewindow.example');
  const steps = planCase(xiacheng, facts)
    .stages.flatMap((stage) => stage.steps)
    .filter(({ step }) => step !== 'push');
  for (const { step, unit } of steps) {
    const role = answererRole(straightActs[step]);
    const account = accounts.get(role === 'applicant' ? applicantFor(facts) : officialOf(unit, role));
    expect(account?.roles).toContain(role);
    expect(account?.unit ?? 'applicant').toBe(unit);
  }
});

test.each(sites)('the draft and the signature for site %i are by two people', (_no, site) => {
  const { facts } = applicationOf(plan, site, 'a@onewindow.example');
  const steps = planCase(xiacheng, facts).stages.flatMap((stage) => stage.steps);
  const signer = (step: 'draft' | 'decide') => {
    const unit = steps.find((each) => each.step === step)?.unit ?? '';
    return officialOf(unit, answererRole(straightActs[step]));
  };
  expect(signer('draft')).not.toBe(signer('decide'));
});

test('a site that the sample does not know is named', () => {
  expect(() => sampleOf(15)).toThrow('site 15');
});
