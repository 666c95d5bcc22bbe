import { openItem } from '../api/way';
import { colleague } from './journey';
import { walkEach } from './paths';

const reason = '误点';
const HOUR = 3_600;

/** 更正: an act is taken back until its letter is served, which is held back for an hour here. */
walkEach(
  [
    {
      name: 'an acceptance and a decision are amended before they are served, and not after',
      async walk({ apply, world }, { facts }) {
        const journey = await apply(facts);
        const accept = openItem(await journey.file(), 'accept');
        await journey.act('accept', { act: 'decline', reason: '材料不属实' });
        const amended = await journey.act(accept, { act: 'amend', reason }, colleague(accept, 'intakeClerk'));
        expect(amended).toMatchObject({ outcome: null, stage: 'acceptance' });
        await journey.advance('decide');
        const decide = openItem(await journey.file(), 'decide');
        const signer = colleague(decide, 'decisionMaker');
        const first = await journey.answer('decide');
        const again = await journey.act(decide, { act: 'amend', reason }, signer);
        expect(again).toMatchObject({ stage: 'decision', decisionNo: null, dates: { decision: null } });
        const { letters, decisionNo } = await journey.answer('decide');
        expect(letters.map(({ kind, void: isVoid }) => [kind, isVoid])).toEqual([
          ['notAccepted', true],
          ['accepted', false],
          ['granted', true],
          ['granted', false],
        ]);
        expect(decisionNo).not.toBe(first.decisionNo);
        await journey.sleep('2 hours');
        expect(await journey.lettersServed('granted')).toBe(1);
        expect(journey.mails('不予受理')).toEqual([]);
        expect(await journey.refused(decide, { act: 'amend', reason }, signer)).toEqual([
          409,
          'alreadyServed',
        ]);
        expect((await journey.advance('end')).outcome).toBe('certified');
        await world.env.sleep('2 hours');
        expect(await world.finished(journey.caseId)).toBe('certified');
      },
    },
  ],
  HOUR,
);
