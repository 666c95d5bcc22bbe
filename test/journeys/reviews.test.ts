import { openItems } from '../../domain/process';
import { walkEach } from './paths';
import { colleague } from './journey';

/** 联审: who takes a review on, who objects, who stays silent. */
walkEach([
  {
    name: 'a review is claimed, released, and given by the head to a colleague',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const review = openItems(await journey.advance('review')).find(({ step }) => step === 'review')!;
      const [one, two] = [1, 2].map((number) => colleague(review, 'reviewer', number));
      const signOff = { act: 'signOff', opinion: 'agree' } as const;
      await journey.act(review, { act: 'claim' }, one);
      expect(await journey.refused(review, signOff, two)).toEqual([409, 'heldByAnother']);
      await journey.act(review, { act: 'release' }, one);
      await journey.act(review, { act: 'claim' }, two);
      await journey.act(review, { act: 'delegate', to: one!.sub }, colleague(review, 'head'));
      expect(await journey.refused(review, signOff, two)).toEqual([409, 'heldByAnother']);
      expect((await journey.act(review, signOff, one)).items[review.id]?.status).toBe('done');
      await journey.certified();
    },
  },
  {
    name: 'an objection is answered on the record before anybody drafts',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const reviewing = await journey.advance('review');
      const [review, ...others] = openItems(reviewing).filter(({ step }) => step === 'review');
      const objected = await journey.act(review!, { act: 'signOff', opinion: 'object', reason: '通道不足' });
      expect(objected.objections).toEqual([review!.unit]);
      for (const other of others) await journey.answer(other);
      const drafting = { act: 'draft', result: 'granted', grounds: '符合条件' } as const;
      expect(await journey.refused('draft', drafting)).toEqual([409, 'objectionsUnanswered']);
      await journey.act('answer', { act: 'answerObjection', answer: '已拓宽通道' });
      await journey.certified();
      const [answered] = await journey.events('objectionAnswered');
      expect(answered?.actor.unit).toBe(objected.itinerary.lead);
    },
  },
  {
    name: 'the lead goes on without a silent department, and says so',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const reviewing = await journey.advance('review');
      const [silent, ...others] = openItems(reviewing).filter(({ step }) => step === 'review');
      for (const other of others) await journey.answer(other);
      const drafting = await journey.pass(silent!);
      expect(drafting.items[silent!.id]).toMatchObject({ status: 'open', limitPassed: true });
      await journey.answer('draft');
      const [drafted] = await journey.events('decisionDrafted');
      expect(drafted?.without).toEqual([silent!.unit]);
      await journey.answer('decide');
      expect(await journey.lettersServed('granted')).toBe(1);
      const { unitName } = drafting.itinerary.stages
        .flatMap(({ steps }) => steps)
        .find(({ id }) => id === silent!.stepId)!;
      expect(journey.mails('准予许可')).toEqual([expect.stringContaining(unitName.zh)]);
      await journey.certified();
    },
  },
]);
