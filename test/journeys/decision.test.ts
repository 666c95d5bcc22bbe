import type { Actor } from '../../domain/actor';
import type { Step } from '../../domain/vocabulary';
import { openItem } from '../api/way';
import { applicant } from '../world/people';
import { colleague } from './journey';
import { type Path, walkEach } from './paths';

const reason = '案情复杂';

/** 审批: two people, more time, a question, a change of mind. */
walkEach([
  {
    name: 'a decision is drafted by one and signed by another, once a draft was returned',
    async walk({ apply, house }, { facts }) {
      const journey = await apply(facts);
      const draft = openItem(await journey.advance('draft'), 'draft');
      const both: Actor = {
        ...colleague(draft, 'caseOfficer'),
        sub: `${draft.unit}-signing-officer`,
        roles: ['caseOfficer', 'decisionMaker'],
      };
      await house.knowAs(both);
      const drafting = { act: 'draft', result: 'granted', grounds: '符合条件' } as const;
      await journey.act('draft', drafting, both);
      const signing = { act: 'decide', result: 'granted' } as const;
      expect(await journey.refused('decide', signing, both)).toEqual([403, 'fourEyes']);
      await journey.act('decide', { act: 'returnDraft', reason: '请补充依据' });
      await journey.act('draft', drafting, both);
      await journey.act('decide', signing);
      const [decided] = await journey.events('decided');
      expect(decided?.actor.sub).not.toBe(both.sub);
      await journey.certified();
    },
  },
  {
    name: 'an extension goes through the office to the head of the government, and the applicant is told',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const before = openItem(await journey.advance('draft'), 'draft');
      await journey.act('draft', { act: 'requestExtension', days: 15, reason });
      const again = { act: 'requestExtension', days: 1, reason } as const;
      expect(await journey.refused('draft', again)).toEqual([409, 'extensionGiven']);
      await journey.answer('forwardExtension');
      const asked = openItem(await journey.file(), 'grantExtension');
      expect(asked.unit).toBe('government');
      const extended = await journey.answer('grantExtension');
      expect(extended.extensions).toEqual({ [before.deadline.rule]: 15 });
      expect(openItem(extended, 'draft').deadline.due > before.deadline.due).toBe(true);
      expect(await journey.lettersServed('extension')).toBe(1);
      await journey.certified();
    },
  },
  {
    name: 'an extension that is declined leaves the limit as it was',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const before = openItem(await journey.advance('draft'), 'draft');
      await journey.act('draft', { act: 'requestExtension', days: 5, reason });
      await journey.answer('forwardExtension');
      const declined = await journey.act('grantExtension', { act: 'declineExtension', reason: '可如期办结' });
      expect(openItem(declined, 'draft').deadline).toEqual(before.deadline);
      expect(await journey.lettersServed('extension')).toBe(0);
      await journey.certified();
    },
  },
  {
    name: 'a question to the head and one to the office come back with advice',
    async walk({ apply, world }, { facts }) {
      const journey = await apply(facts);
      const draft = openItem(await journey.advance('draft'), 'draft');
      const { leadingGroupOffice } = world.version.plan;
      const advice = { act: 'advise', advice: '按规定办理' } as const;
      for (const [whom, adviser] of [
        ['head', colleague(draft, 'head')],
        ['office', colleague({ unit: leadingGroupOffice }, 'coordinator')],
      ] as const) {
        await journey.act('draft', { act: 'consult', whom, question: '可否视为符合条件' });
        expect(openItem(await journey.file(), 'advise').unit).toBe(adviser.unit);
        await journey.act('advise', advice, adviser);
      }
      const advised = await journey.events('advised');
      expect(advised.map(({ actor }) => actor.unit)).toEqual([draft.unit, leadingGroupOffice]);
      await journey.certified();
    },
  },
  ...(['accept', 'review', 'draft', 'decide'] as const).map(withdrawal),
]);

function withdrawal(step: Step): Path {
  return {
    name: `the applicant withdraws while “${step}” is open`,
    async walk({ apply, world }, { facts }) {
      const journey = await apply(facts);
      await journey.advance(step);
      const withdrawn = await journey.onCase({ act: 'withdraw', reason: '不再举办' }, applicant);
      expect(withdrawn.outcome).toBe('withdrawn');
      expect(await world.finished(journey.caseId)).toBe('withdrawn');
      const again = await journey.sendOnCase({ act: 'withdraw' }, applicant);
      expect(again.body.code).toBe('caseClosed');
    },
  };
}
