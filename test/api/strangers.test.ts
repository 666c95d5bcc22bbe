import type { Actor } from '../../domain/actor';
import type { CaseFile } from '../../domain/caseFile';
import { official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { actOn, advance, apply, fileOf, newKey, openItem } from './way';
import { told } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

const withdraw = (file: CaseFile, who: Actor, version: number) =>
  house.call(who, 'POST', `/api/v1/cases/${file.caseId}/acts`, {
    body: { act: 'withdraw' },
    headers: { ...newKey(), 'if-match': `"${version}"` },
  });

describe('a stranger', () => {
  /** Who has no part in the case: another applicant, a unit that is not on its way. */
  const strangers = [stranger, official('tianshui', 'intakeClerk'), official('finance', 'decisionMaker')];

  it.each(['accept', 'file', 'end'] as const)(
    'learns nothing of a case that stands at “%s”, whatever they send and whatever version they guess',
    async (step) => {
      const file = await advance(house, await apply(house), step);
      const items = Object.values(file.items);
      for (const who of strangers) {
        const answers = [
          await withdraw(file, who, file.seq),
          await withdraw(file, who, 1),
          ...(await Promise.all(items.map((item) => actOn(house, item, { act: 'accept' }, who)))),
          await actOn(house, { ...items[0]!, version: 999 }, { act: 'issue' }, who),
        ];
        expect(answers.map(told)).toEqual(answers.map(() => [403, 'notReadable']));
        const words = answers.map(({ body: { allowed: acts, meanwhile, errors } }) => [
          acts,
          meanwhile,
          errors,
        ]);
        expect(words.flat().filter((each) => each !== undefined)).toEqual([]);
        expect(answers.map(({ headers }) => headers.get('etag'))).toEqual(answers.map(() => null));
      }
      expect((await fileOf(house, file.caseId)).seq).toBe(file.seq);
    },
  );

  it('reads nothing of it either', async () => {
    const file = await advance(house, await apply(house), 'end');
    const [item] = Object.keys(file.items);
    const paths = ['', '/events', '/deadlines'].map((part) => `/api/v1/cases/${file.caseId}${part}`);
    paths.push(`/api/v1/work-items/${item}`);
    paths.push(...[file.certificateNo, file.receiptNo].map((no) => `/api/v1/certificates/${no}`));
    for (const who of strangers) {
      for (const path of paths)
        expect(told(await house.call(who, 'GET', path))).toEqual([403, 'notReadable']);
    }
  });
});

it('who only oversees a case is told that nothing is allowed', async () => {
  const item = openItem(await fileOf(house, await apply(house)), 'accept');
  const answered = await actOn(house, item, { act: 'accept' }, administrator);
  expect(told(answered)).toEqual([403, 'roleMissing']);
  expect(answered.body.allowed).toEqual([]);
});
