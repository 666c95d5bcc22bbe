import type { ActBody } from '../../domain/act';
import type { Step } from '../../domain/vocabulary';
import { doOn } from '../api/sideWay';
import { advance, conduct, fileOf } from '../api/way';
import { textOf } from '../documents/pdfText';
import { applicant } from '../world/people';
import { type Office, openOffice } from './office';
import { leaksIn } from './planted';

let office: Office;
beforeEach(async () => (office = await openOffice()));
afterEach(() => office.close());

const reason = '按规定';
const ways: readonly (readonly [Step, ActBody])[] = [
  ['accept', { act: 'requestCorrection', missing: [{ text: '租赁合同缺页' }] }],
  ['correct', { act: 'correct', answers: [{ no: 1, answer: '已补正' }] }],
  ['draft', { act: 'order', procedure: 'inspect', days: 5, reason }],
  ['draft', { act: 'offerHearing', reason }],
  ['requestHearing', { act: 'requestHearing' }],
  ['hear', { act: 'schedule', on: '2026-10-30', place: '区政务服务中心', presider: 'somebody-else' }],
];

it('a letter, kept for as long as the file of its case, prints who applied and none of the contact’s own values', async () => {
  const { house } = office;
  const caseId = await office.submitted();
  for (const [step, body] of ways) {
    if (step === 'draft') await advance(house, caseId, 'draft');
    await doOn(house, await conduct(house, caseId), step, body);
  }
  const { letters } = await fileOf(house, caseId);
  expect(letters.map(({ kind }) => kind)).toEqual([
    'correction',
    'accepted',
    'procedure',
    'hearingOffered',
    'hearingNotice',
  ]);
  for (const { no } of letters) {
    const path = `/api/v1/cases/${caseId}/letters/${encodeURIComponent(no)}`;
    const { bytes } = await house.call(applicant, 'GET', path);
    const text = textOf(bytes);
    expect(text).toContain('示例托育有限公司');
    expect([no, leaksIn(text), text.includes('pd1.')]).toEqual([no, [], false]);
  }
});
