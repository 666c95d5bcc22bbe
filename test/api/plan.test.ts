import { planCase } from '../../domain/planCase';
import * as vocabulary from '../../domain/vocabulary';
import { publishPlan } from '../../infra/plan/repository';
import { asPublisher } from '../../infra/plan/publisher';
import { facts } from '../world/applications';
import { type House, openHouse } from './house';
import { apply, fileOf } from './way';
import { faults, told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const preview = (body: unknown, headers = {}) =>
  house.call(null, 'POST', '/api/v1/itineraries', { body, headers });

describe('the plan', () => {
  it('is shown to anybody, as it is in force today, with its units, clocks and bases', async () => {
    const { status, body } = await house.call(null, 'GET', '/api/v1/plan');
    expect(status).toBe(200);
    expect(body).toEqual(house.version);
  });

  it('changes on the day on which a later version takes effect, and not a day before', async () => {
    const { plan } = house.version;
    const later = { ...plan, title: { zh: '修订', en: 'Revised' } };
    await asPublisher(house.database.url, (db) =>
      publishPlan(db, later, '2026-10-01', '2026-09-27T00:00:00.000Z'),
    );
    const shown = async () => (await house.call(null, 'GET', '/api/v1/plan')).body.id as string;
    expect(await shown()).toBe('xiacheng@1');
    const caseId = await apply(house);
    // 2026-10-01 begins in Shanghai while it is still September in Greenwich.
    house.time.now = new Date('2026-09-30T16:00:00.000Z');
    expect(await shown()).toBe('xiacheng@2');
    expect((await preview({ facts })).body.planVersion).toBe('xiacheng@2');
    expect((await fileOf(house, caseId)).itinerary.planVersion).toBe('xiacheng@1');
    house.time.now = new Date('2026-09-28T02:00:00.000Z');
  });
});

describe('the vocabulary', () => {
  it('has the label of every code that an answer can hold', async () => {
    const { body } = await house.call(null, 'GET', '/api/v1/vocabulary');
    const { stages, steps, outcomes, roles, serviceModes, serviceForms, ownerships } = vocabulary;
    expect(body).toMatchObject({ stages, steps, outcomes, roles, serviceModes, serviceForms, ownerships });
    expect(body.acts.withdraw).toEqual({ zh: '撤回申请', en: 'Withdraw the application' });
    expect(body.eventTypes.deemedAccepted.zh).toBe('视为受理');
    expect(body.problems.versionMismatch.en).toBe('What you saw is not the newest state');
  });
});

describe('a preview', () => {
  it('says before anything is entered who handles the case, on which clocks and with which papers', async () => {
    const { status, body } = await preview({ facts });
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(planCase(house.version, facts))));
    expect(body).toMatchObject({ lead: 'shiqiao', registrar: 'civilAffairs', handling: 'joint' });
  });

  it('keeps nothing', async () => {
    const rows = async () => (await house.database.db.selectFrom('draft').select('id').execute()).length;
    const before = await rows();
    await preview({ facts });
    expect(await rows()).toBe(before);
  });

  it('lists what the standards find, so that it can be mended before it is handed in', async () => {
    const { premises } = facts;
    const { body } = await preview({ facts: { ...facts, premises: { ...premises, usesBasement: true } } });
    expect(body.findings).toEqual([
      expect.objectContaining({ kind: 'failed', basis: expect.objectContaining({ confirmed: false }) }),
    ]);
  });

  it('names each field that the plan does not take, with what it takes', async () => {
    const answered = await preview({
      facts: { ...facts, subdistrict: 'health', places: 31, materials: ['nothing'] },
    });
    expect(told(answered)).toEqual([422, 'cannotBePlanned']);
    expect(faults(answered)).toEqual([
      '/facts/subdistrict unknownSubdistrict',
      '/facts/places classesDoNotAddUp',
      '/facts/materials/0 unknownMaterial',
    ]);
    expect(answered.body.errors[0].expected).toContain('shiqiao');
    expect(answered.body.errors[1].expected).toEqual(['30']);
  });

  it('names each field that is missing, unknown or of the wrong kind', async () => {
    const { ownership: _, ...others } = facts;
    const answered = await preview({
      facts: { ...others, places: 'many', 'a/b~c': 1, serviceMode: 'nanny' },
    });
    expect(told(answered)).toEqual([422, 'invalidContent']);
    expect(faults(answered).sort()).toEqual([
      '/facts/a~1b~0c unknownField',
      '/facts/ownership required',
      '/facts/places wrongType',
      '/facts/serviceMode notAllowed',
    ]);
  });
});
