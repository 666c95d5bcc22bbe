import { addDays } from '../../domain/civilDate';
import { application } from '../world/applications';
import { applicant, ORGANISATION } from '../world/people';
import { newKey, openItem } from '../api/way';
import { colleague, journeyOf } from './journey';
import { walkEach } from './paths';

/** How an application comes in, and what acceptance makes of it. */
walkEach([
  {
    name: 'a preview tells the way before anything is entered, and the case takes it',
    async walk({ house, apply }, { facts, way }) {
      const whole = application(facts).facts;
      const previewed = await house.call(null, 'POST', '/api/v1/itineraries', { body: { facts: whole } });
      const journey = await apply(facts);
      const { itinerary } = await journey.file();
      expect(previewed.body).toMatchObject({ registrar: way.registrar, registration: way.registration });
      expect((await journey.shown()).itinerary).toEqual(previewed.body);
      expect(itinerary.stages).toEqual(way.stages);
      await journey.certified();
      const opened = await journey.events('stageOpened');
      expect([...new Set(opened.map(({ stage }) => stage))]).toEqual(way.stages.map(({ stage }) => stage));
    },
  },
  {
    name: 'paper at the counter becomes a case from the day of its receipt',
    async walk({ world, house }, { facts, way }) {
      const receivedOn = addDays(await world.today(), -1);
      const clerk = colleague(way.stages[0]!.steps[0]!, 'intakeClerk');
      const entered = await house.call(clerk, 'POST', '/api/v1/cases', {
        body: {
          application: application(facts),
          organisation: ORGANISATION,
          receivedOn,
          reason: '昨日收件，今日补录',
        },
        headers: newKey(),
      });
      expect(entered.status).toBe(201);
      const journey = journeyOf({ world, house }, entered.body.caseId as string);
      const [submitted] = await journey.events('submitted');
      expect(submitted).toMatchObject({ channel: 'counter', receivedOn, actor: { unit: clerk.unit } });
      expect((await journey.file()).items[`${journey.caseId}.1.accept`]?.deadline.startsOn).toBe(receivedOn);
      await journey.certified();
    },
  },
  {
    name: 'a correction is told once, and closed item by item',
    async walk({ apply, world }, { facts }) {
      const journey = await apply(facts);
      const missing = [{ text: '租赁合同缺页' }, { text: '平面图缺比例' }, { text: '健康证过期' }];
      await journey.act('accept', { act: 'requestCorrection', missing });
      const stopped = await journey.act('correct', { act: 'correct', answers: [{ no: 2, answer: '已补' }] });
      expect(stopped.items[`${journey.caseId}.1.accept`]?.stopped).toBe(true);
      expect(await journey.refused('accept', { act: 'requestCorrection', missing })).toEqual([
        409,
        'correctionGiven',
      ]);
      await journey.sleep('1 day');
      await journey.answer('correct');
      const { correction, items } = await journey.file();
      const today = await world.today();
      expect(correction).toMatchObject({ nos: [1, 2, 3], closed: [2, 1, 3], to: today });
      expect(items[`${journey.caseId}.1.accept`]?.deadline.startsOn).toBe(today);
      expect(await journey.lettersServed('correction')).toBe(1);
      await journey.certified();
    },
  },
  {
    name: 'an application that is not accepted ends with a letter that says why',
    async walk({ apply, world }, { facts }) {
      const journey = await apply(facts);
      const { outcome } = await journey.act('accept', { act: 'decline', reason: '不属于本机关职权范围' });
      expect(outcome).toBe('notAccepted');
      expect(await journey.lettersServed('notAccepted')).toBe(1);
      expect(await world.finished(journey.caseId)).toBe('notAccepted');
      expect(journey.mails('不予受理')).toEqual([expect.stringContaining('不属于本机关职权范围')]);
    },
  },
  {
    name: 'an application left lying is deemed accepted from its receipt',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const received = await journey.file();
      const passed = await journey.pass(openItem(received, 'accept'));
      expect(passed.dates.acceptance).toBe(received.dates.receipt);
      expect(await journey.events('deemedAccepted')).toHaveLength(1);
      expect((await journey.shown(applicant)).stage).toBe('jointReview');
      await journey.certified();
    },
  },
]);
