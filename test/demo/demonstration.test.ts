import { seedAccounts } from '../../infra/development/accounts';
import { createClient } from '../../infra/client/client';
import { createOneWindow } from '../../infra/client/oneWindow';
import { cachedTokens } from '../../infra/client/tokens';
import type { Bureau } from '../../infra/demo/bureau';
import { type Demonstration, demonstrate } from '../../infra/demo/demonstration';
import { isCertified, jsonOf, reportOf } from '../../infra/demo/report';
import { sampleOf } from '../../infra/demo/sample';
import { type SideRoad, sideRoads } from '../../infra/demo/sideRoads';
import { upsertAccounts } from '../../infra/identity/accounts';
import { type Scanning, startScanning } from '../../infra/papers/scanning';
import { builtInScanner } from '../../infra/scanner/builtIn';
import { type House, openHouse } from '../api/house';
import { createWorld, type World } from '../world/world';

jest.setTimeout(300_000);

let world: World;
let house: House;
let scanning: Scanning;
let shown: Demonstration;
const told: string[] = [];

beforeAll(async () => {
  world = await createWorld();
  house = await openHouse({ on: world });
  const { issuer, database, services } = house;
  await upsertAccounts(database.url, issuer.url, seedAccounts(world.version.plan), world.ground.personal);
  const parts = { db: database.db, storage: services.papers.storage, scanner: builtInScanner };
  scanning = startScanning(parts, (error) => {
    throw error;
  });
  const tokens = cachedTokens((account) => issuer.token(account));
  const client = createClient({ baseUrl: house.address, tokens, patienceMs: 60_000, attemptMs: 40_000 });
  shown = await demonstrate({ oneWindow: createOneWindow(client), bureau }, 4, ({ no }, { zh }) =>
    told.push(`${no} ${zh}`),
  );
});
afterAll(async () => {
  await scanning.close();
  await house.close();
  await world.close();
});

/** The platform that stands outside in a world of tests. */
const bureau: Bureau = {
  failPushes(caseId, times) {
    world.outside.pushesAway.set(caseId, times);
    return Promise.resolve();
  },
};

test('all 14 sites end with a certificate that verifies, whatever they meet on the way', () => {
  expect(shown.results.map(({ site, fault }) => [site.no, fault])).toEqual(
    Array.from({ length: 14 }, (_, index) => [index + 1, null]),
  );
  expect(shown.results.every(isCertified)).toBe(true);
});

test('each site took the side roads that the sample gives it, by its record', () => {
  for (const { no, sideRoads: taken } of shown.results.flatMap(({ outcome }) => outcome ?? [])) {
    expect([no, taken]).toEqual([no, expect.arrayContaining([...sampleOf(no).sideRoads])]);
  }
});

test('every side road was taken, and the summary and the JSON say by whom', () => {
  const { sites } = jsonOf(shown);
  const report = reportOf(shown);
  for (const road of Object.keys(sideRoads) as SideRoad[]) {
    const takers = sites
      .filter((site) => 'sideRoads' in site && site.sideRoads.includes(road))
      .map(({ no }) => no);
    expect(takers).not.toEqual([]);
    expect(report).toContain(`${sideRoads[road].en}: ${takers.join(', ')}\n`);
  }
});

test('the progress tells where a case turns off', () => {
  expect(told).toContain('14 石桥街道 受理 → 补正');
});
