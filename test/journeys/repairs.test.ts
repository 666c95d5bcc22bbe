import { openItem } from '../api/way';
import { administrator } from '../world/people';
import { colleague } from './journey';
import { walkEach } from './paths';

const reason = '系统故障后更改';

/** 更改: an administrator's hand on a case, with a second one where an outcome changes. */
walkEach([
  {
    name: 'work is reassigned, and a move back is proposed by one administrator and confirmed by another',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const draft = openItem(await journey.advance('draft'), 'draft');
      const to = colleague(draft, 'caseOfficer', 2);
      const drafting = { act: 'draft', result: 'granted', grounds: '符合条件' } as const;
      await journey.onCase({ act: 'reassign', workItem: draft.id, to: to.sub, reason }, administrator());
      expect(await journey.refused('draft', drafting)).toEqual([409, 'heldByAnother']);
      await journey.act('draft', drafting, to);
      const move = { act: 'proposeRepair', repair: { kind: 'move', to: 'jointReview' }, reason } as const;
      await journey.onCase(move, administrator());
      const confirm = { act: 'confirmRepair' } as const;
      expect(await journey.refused('confirmRepair', confirm, administrator())).toEqual([403, 'fourEyes']);
      const moved = await journey.act('confirmRepair', confirm, administrator(2));
      expect(moved).toMatchObject({ stage: 'jointReview', round: 2, draft: null, repair: null });
      await journey.certified();
    },
  },
  {
    name: 'a move that the second administrator declines changes nothing',
    async walk({ apply }, { facts }) {
      const journey = await apply(facts);
      const before = await journey.advance('draft');
      const move = { act: 'proposeRepair', repair: { kind: 'move', to: 'acceptance' }, reason } as const;
      await journey.onCase(move, administrator());
      const decline = { act: 'declineRepair', reason: '无此必要' } as const;
      const after = await journey.act('confirmRepair', decline, administrator(2));
      expect(after).toMatchObject({ stage: before.stage, round: 1, current: before.current });
      await journey.certified();
    },
  },
]);
