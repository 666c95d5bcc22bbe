import { addDays } from '../../domain/civilDate';
import { openItems } from '../../domain/process';
import type { Journey } from './journey';
import { walkEach } from './paths';
import { colleague } from './journey';
import { openItem } from '../api/way';

const reason = '核实整改情况';

/** Orders what takes time from an open item, lets some of it pass, and records the result. */
async function undergo(
  journey: Journey,
  on: 'review' | 'draft',
  procedure: 'inspect' | 'test' | 'appraise',
): Promise<void> {
  const before = openItems(await journey.file()).find(({ step }) => step === on)!;
  const ordered = await journey.act(before, { act: 'order', procedure, days: 5, reason });
  expect(ordered.items[before.id]?.stopped).toBe(true);
  const { due } = openItem(ordered, procedure).deadline;
  await journey.act(procedure, { act: 'schedule', on: due, place: '机构现场' });
  await journey.sleepUntil(due);
  await journey.answer(procedure);
  const after = (await journey.file()).items[before.id]!;
  expect(after.stopped).toBe(false);
  expect(after.deadline.due > before.deadline.due).toBe(true);
}

/** What takes time that the law does not count (行政许可法 第四十五条), and the hearing (第四十七、四十八条). */
walkEach([
  {
    name: 'an inspection, a test and an appraisal stop the clock until their results are on record',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('review');
      await undergo(journey, 'review', 'inspect');
      await journey.advance('draft');
      await undergo(journey, 'draft', 'test');
      await undergo(journey, 'draft', 'appraise');
      const { procedures } = await journey.file();
      expect(procedures.map(({ procedure, result }) => [procedure, result])).toEqual([
        ['inspect', 'passed'],
        ['test', 'passed'],
        ['appraise', 'passed'],
      ]);
      expect(await journey.lettersServed('procedure')).toBe(3);
      await journey.certified();
    },
  },
  {
    name: 'a hearing is offered, asked for, told of in time, and held',
    async walk({ apply, world }, { facts }) {
      const journey = await apply(facts);
      const draft = openItems(await journey.advance('draft')).find(({ step }) => step === 'draft')!;
      const drafting = { act: 'draft', result: 'refused', grounds: '通道不足' } as const;
      await journey.act('draft', { act: 'offerHearing', reason: '拟不予许可' });
      expect(await journey.lettersServed('hearingOffered')).toBe(1);
      expect(await journey.refused('draft', drafting)).toEqual([409, 'hearingOpen']);
      const asked = await journey.act('requestHearing', { act: 'requestHearing' });
      expect(asked.items[draft.id]?.stopped).toBe(true);
      const today = await world.today();
      const presider = colleague(draft, 'caseOfficer', 2).sub;
      const soon = { act: 'schedule', on: addDays(today, 6), place: '会议室', presider } as const;
      expect(await journey.refused('hear', soon)).toEqual([422, 'noticeTooShort']);
      const on = addDays(today, 14);
      await journey.act('hear', { ...soon, on });
      expect(await journey.lettersServed('hearingNotice')).toBe(1);
      await journey.sleepUntil(on);
      await journey.answer('hear');
      const heard = (await journey.file()).items[draft.id]!;
      expect(heard.stopped).toBe(false);
      expect(heard.deadline.due > draft.deadline.due).toBe(true);
      await journey.certified();
    },
  },
  {
    name: 'an application is refused once the hearing that was offered is waived, with the way to appeal',
    async walk({ apply, world }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('draft');
      await journey.act('draft', { act: 'offerHearing', reason: '拟不予许可' });
      await journey.answer('requestHearing');
      const grounds = '消防通道不足，且未整改';
      await journey.act('draft', { act: 'draft', result: 'refused', grounds });
      expect(await journey.answer('decide')).toMatchObject({ outcome: 'refused', certificateNo: null });
      expect(await journey.lettersServed('refused')).toBe(1);
      expect(await world.finished(journey.caseId)).toBe('refused');
      const [text] = journey.mails('不予许可');
      const { body, limit } = world.version.plan.remedy;
      for (const words of [grounds, body.zh, limit.zh]) expect(text).toContain(words);
    },
  },
  {
    name: 'a right to be heard lapses five working days after its notice was served',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('draft');
      await journey.act('draft', { act: 'offerHearing', reason: '拟不予许可' });
      expect(await journey.lettersServed('hearingOffered')).toBe(1);
      const asking = openItems(await journey.file()).find(({ step }) => step === 'requestHearing')!;
      expect(asking.deadline.limit).toBe(5);
      expect((await journey.pass(asking)).items[asking.id]?.status).not.toBe('open');
      expect(await journey.events('rightLapsed')).toHaveLength(1);
      await journey.certified();
    },
  },
]);
