import { remandTargets } from '../../domain/returnTargets';
import { openItem } from '../api/way';
import { colleague } from './journey';
import { walkEach } from './paths';

const reason = '情况有变';

/** 退回: to every earlier stage, and never behind a decision that was made. */
walkEach([
  {
    name: 'a case is remanded to each earlier stage until it is decided',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const { itinerary, items } = await journey.advance('review');
      const accepted = Object.values(items).find(({ step }) => step === 'accept')!;
      const officer = colleague({ unit: itinerary.lead }, 'caseOfficer');
      const remanded = await journey.onCase({ act: 'remand', to: 'acceptance', reason }, officer);
      expect(remanded).toMatchObject({ stage: 'acceptance', round: 2 });
      expect(openItem(remanded, 'accept').id).not.toBe(accepted.id);
      const targets = remandTargets(await journey.advance('decide'));
      expect(targets).toEqual(['acceptance', 'jointReview']);
      for (const to of targets) {
        await journey.advance('decide');
        const back = await journey.act('decide', { act: 'remand', to, reason });
        expect(back).toMatchObject({ stage: to, draft: null });
      }
      expect((await journey.certified()).round).toBe(4);
    },
  },
  {
    name: 'a decided case is remanded to each stage after its decision, and the decision stands',
    async walk({ apply, world }, { facts, way }) {
      const journey = await apply(facts);
      const { decisionNo, dates } = await journey.advance('issue');
      const after = way.stages.map(({ stage }) => stage).slice(3);
      expect(remandTargets(await journey.file())).toEqual(after.slice(0, -1));
      for (const to of after.slice(0, -1)) {
        await journey.advance('issue');
        const back = await journey.act('issue', { act: 'remand', to, reason });
        expect(back).toMatchObject({ decisionNo, dates: { decision: dates.decision } });
      }
      const { status, body } = await journey
        .advance('issue')
        .then(() => journey.send('issue', { act: 'remand', to: 'decision', reason }));
      expect([status, body.code]).toEqual([422, 'decisionStands']);
      const again = await journey.certified();
      expect(again.round).toBe(after.length);
      expect(again.letters.filter(({ kind }) => kind === 'granted')).toHaveLength(1);
      // What is registered is pushed again, each time under a key of its own.
      const pushes = world.outside.pushes.filter(({ data }) => data.caseId === journey.caseId);
      const keys = new Set(pushes.map(({ key }) => key));
      expect([pushes.length, keys.size]).toEqual(way.registrar === null ? [0, 0] : [3, 3]);
    },
  },
]);
