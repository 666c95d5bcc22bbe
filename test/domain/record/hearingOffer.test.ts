import { applicant } from '../../world/people';
import { hearingOffered } from './sideStories';
import { acted, did, itemOf, onDay, openItem } from './story';

describe('the right to ask for a hearing', () => {
  const offered = hearingOffered();
  const { stepId } = openItem(offered, 'requestHearing');

  it('does not run out before the applicant was told: 行政许可法 第四十七条', () => {
    const waiting = onDay(offered, '2027-01-20');
    expect(itemOf(waiting, stepId)).toMatchObject({ status: 'open', stopped: true });
  });

  it('lasts five working days from the service of the letter, on whatever day that is recorded', () => {
    const later = onDay(offered, '2026-12-03');
    const body = { act: 'serve', how: 'paper', on: '2026-12-01', to: '举办者' } as const;
    const served = did(later, 'serve', body);
    expect(itemOf(served, stepId).deadline).toMatchObject({ startsOn: '2026-12-01', due: '2026-12-08' });
  });

  it('counts from the portal too', () => {
    const letter = offered.file.letters.find(({ kind }) => kind === 'hearingOffered')!.no;
    const later = onDay(offered, '2026-11-26');
    const served = acted(later, null, { act: 'acknowledge', letter }, applicant);
    expect(itemOf(served, stepId).deadline).toMatchObject({ startsOn: '2026-11-26', due: '2026-12-03' });
  });
});
