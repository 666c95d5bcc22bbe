import { MailRefused } from '../../activities/mailer';
import { openItem } from '../api/way';
import { applicant } from '../world/people';
import { colleague } from './journey';
import { walkEach } from './paths';

/** 送达: a letter that the mail server refuses reaches its addressee another way. */
walkEach([
  {
    name: 'a decision whose mail is refused shows on the worklist, and is handed over on paper',
    async walk({ apply, house, world }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('decide');
      expect(await journey.lettersServed('accepted')).toBe(1);
      world.outside.mailFaults.push(new MailRefused('550 no such mailbox'));
      await journey.answer('decide');
      const [failed] = await journey.eventually('serviceFailed');
      const file = await journey.file();
      expect(failed?.letter).toBe(file.decisionNo);
      const serving = openItem(file, 'serve');
      const clerk = colleague(serving, 'intakeClerk');
      const { body } = await house.call(clerk, 'GET', '/api/v1/worklist?step=serve');
      expect(body.entries).toContainEqual(expect.objectContaining({ caseId: journey.caseId, step: 'serve' }));
      const on = await world.today();
      await journey.act(serving, { act: 'serve', how: 'paper', on, to: '举办者' }, clerk);
      const { letters } = await journey.certified();
      expect(letters.find(({ no }) => no === file.decisionNo)?.served).toEqual({ how: 'paper', on });
    },
  },
  {
    name: 'a decision whose mail is refused is taken note of in the portal',
    async walk({ apply, world }, { facts }) {
      const journey = await apply(facts);
      await journey.advance('decide');
      expect(await journey.lettersServed('accepted')).toBe(1);
      world.outside.mailFaults.push(new MailRefused('550 no such mailbox'));
      const { decisionNo } = await journey.answer('decide');
      await journey.eventually('serviceFailed');
      const served = await journey.onCase({ act: 'acknowledge', letter: decisionNo ?? '' }, applicant);
      expect(Object.values(served.items).find(({ step }) => step === 'serve')?.status).toBe('done');
      await journey.certified();
    },
  },
]);
