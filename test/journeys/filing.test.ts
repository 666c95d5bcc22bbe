import { openItem } from '../api/way';
import { official } from '../world/people';
import { walkEach } from './paths';

/** 备案: receipt and check side by side; papers that do not conform, told with reasons. */
walkEach([
  {
    name: 'papers that do not conform are told with reasons, filed again, and certified',
    async walk({ apply, house }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('conformity');
      const { receiptNo } = await journey.answer('receipt');
      const reason = '消防证明过期';
      const found = await journey.act('conformity', { act: 'findNonConforming', reason });
      expect(openItem(found, 'file').id).toBe(`${journey.caseId}.2.file`);
      expect(await journey.lettersServed('nonConforming')).toBe(1);
      expect(journey.mails('不符合')).toEqual([expect.stringContaining(reason)]);
      const filed = await journey.answer('file');
      expect(filed.receiptNo).toBe(receiptNo);
      const certified = await journey.certified();
      expect(certified.letters.some(({ kind }) => kind === 'nonConforming')).toBe(true);
      const { body } = await house.call(official('health', 'filingOfficer'), 'GET', '/api/v1/filings');
      expect(body.entries).toContainEqual(
        expect.objectContaining({ caseId: journey.caseId, conformity: 'confirmed' }),
      );
    },
  },
]);
