import { complain, advance, apply, actOn, fileOf } from '../api/way';
import { openItems } from '../../domain/process';
import { supervisionId } from '../../domain/supervision';
import { deliver } from '../letters/courier';
import { official } from '../world/people';
import { type Office, openOffice, why } from './office';

let office: Office;
let life: string;
let no: string;
let queryCode: string;
beforeAll(async () => {
  office = await openOffice();
  const { house } = office;
  const caseId = await apply(house);
  life = supervisionId(caseId);
  const { certificateNo } = await advance(house, caseId, 'end');
  ({ no, queryCode } = await complain(house, certificateNo!));
});
afterAll(() => office.close());

const whom = ['--email', 'Complainant@Example.org', ...why];
const year = { retentionDays: 365 };
const erase = async (options?: typeof year) =>
  (await office.run(['erase', ...whom, '--confirm'], options)).said;
const read = async () =>
  (await office.house.call(official('shiqiao', 'caseOfficer'), 'GET', `/api/v1/complaints/${no}`)).body;

test('a complaint is exported to whoever made it, and to nobody else', async () => {
  const { said } = await office.run(['export', ...whom]);
  expect(JSON.parse(said)).toMatchObject({
    complaints: [{ no, contact: { person: '投诉人甲', phone: '13977778888' } }],
    applications: [],
    notices: [],
  });
  const applicants = await office.run(['export', '--phone', '13800001111', ...why]);
  expect(applicants.said).not.toContain('omplainant');
});

test('it is kept while it is open and needed, then erased with its words; the record and the answer stay', async () => {
  const { house } = office;
  expect(await erase(year)).toContain(`complaint ${no}  未办结，保留`);
  const [item] = openItems(await fileOf(house, life));
  const answer = { act: 'answerComplaint', result: 'unfounded', answer: '经核实不属实' };
  await actOn(house, item!, answer, official('shiqiao', 'caseOfficer'));
  expect(await erase()).toContain('kept: nobody has said how long');
  expect(await erase(year)).toContain('kept: its retention is not over');
  await deliver(house, life);
  house.time.now = new Date('2028-09-28T02:00:00.000Z');
  expect((await office.run(['erase', '--due', ...why], year)).said).toContain(`complaint ${no}  可清除`);
  expect(await erase(year)).toContain(`complaint ${no}  已清除 erased`);
  expect(await read()).toMatchObject({
    text: null,
    contact: { person: null, phone: null, email: null },
    answer: '经核实不属实',
  });
  const path = `/api/v1/complaints/${no}/status`;
  const status = await house.call(null, 'POST', path, { body: { queryCode } });
  expect(status.body).toMatchObject({ result: 'unfounded', answer: '经核实不属实' });
  expect(await erase(year)).toBe('没有找到 Nothing found');
});
