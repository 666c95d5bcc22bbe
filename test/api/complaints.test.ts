import { openItems } from '../../domain/process';
import { supervisionId } from '../../domain/supervision';
import { usualLimits } from '../../api/http/limits';
import { deliver } from '../letters/courier';
import { applicant, official } from '../world/people';
import { dump } from '../personal/dump';
import { type House, openHouse } from './house';
import { actOn, advance, apply, complain, complaintOf, conduct, fileOf, newKey, openItem } from './way';
import { type Body, told } from './wire';

let house: House;
let life: string;
const certificateNo = 'XCTY-C-2026-000001';
beforeAll(async () => {
  house = await openHouse({ limits: { ...usualLimits, complaints: 1_000 } });
  const caseId = await apply(house);
  await advance(house, caseId, 'end');
  life = supervisionId(caseId);
});
afterAll(() => house.close());

const officer = official('shiqiao', 'caseOfficer');
const html = { accept: 'text/html' };

const send = (body: object, headers: Record<string, string> = newKey()) =>
  house.call(null, 'POST', '/api/v1/complaints', { body, headers });
const status = (no: string, code: string) =>
  house.call(null, 'POST', `/api/v1/complaints/${no}/status`, { body: { queryCode: code } });
const itemOf = async (no: string) => {
  const file = await fileOf(house, life);
  return openItems(file).find(({ stepId }) => file.asked[stepId]?.about === no)!;
};
const answer = async (no: string, body: object) =>
  actOn(house, await itemOf(no), { act: 'answerComplaint', ...body }, officer);

describe('somebody who complains', () => {
  it('needs no sign-in, and gets a number and a code by which the answer is read', async () => {
    const { no, queryCode: code } = await complain(house, certificateNo);
    expect((await status(no, code)).body).toMatchObject({
      no,
      handling: { id: 'shiqiao' },
      receivedOn: '2026-09-28',
      result: null,
      answer: null,
    });
    await answer(no, { result: 'unfounded', answer: '经调看监控，当时有两名保育员在场' });
    expect((await status(no, code)).body).toMatchObject({
      result: 'unfounded',
      answer: '经调看监控，当时有两名保育员在场',
      answeredOn: '2026-09-28',
    });
  });

  it('is told nothing with another code, nor whether there is such a complaint', async () => {
    const { no, queryCode: code } = await complain(house, certificateNo);
    const other = `${code.slice(0, -1)}${code.endsWith('x') ? 'y' : 'x'}`;
    for (const wrong of [await status(no, other), await status('XCTY-T-2026-999999', code)])
      expect(told(wrong)).toEqual([404, 'complaintNotFound']);
  });

  it('gets the same number and code again for the same request', async () => {
    const headers = newKey();
    const first = await send(complaintOf(certificateNo), headers);
    const again = await send(complaintOf(certificateNo), headers);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.body).toEqual(first.body);
  });

  it.each([
    ['an institution that is on no register', { certificateNo: 'XCTY-C-2026-000009' }, '/certificateNo'],
    ['nothing that happened', { text: ' ' }, '/text'],
    ['a telephone number in the words that are kept', { text: '请打13800001111' }, '/text'],
    ['more words than anybody reads', { text: '长'.repeat(4_001) }, '/text'],
    ['an address that is none', { contact: { email: 'nowhere' } }, '/contact/email'],
    ['a field that is not asked for', { contact: { idNumber: '330103199001011230' } }, '/contact/idNumber'],
  ])('is told what is wrong with %s', async (_what, change, pointer) => {
    const refused = await send({ ...complaintOf(certificateNo), ...change });
    expect([refused.status, (refused.body.errors as Body[]).map((each) => each.pointer)]).toEqual([
      422,
      [pointer],
    ]);
  });

  it('need not say who they are, and then gets no mail', async () => {
    const { no } = (await send({ certificateNo, text: '餐食不新鲜' })).body;
    expect((await house.call(officer, 'GET', `/api/v1/complaints/${no}`)).body.contact).toEqual({});
    expect((await deliver(house, life)).filter(({ subject }) => subject.includes(no as string))).toEqual([]);
  });

  it('gets mails about it where an address was given, which name no case and hold no code', async () => {
    const { no, queryCode: code } = await complain(house, certificateNo);
    await answer(no, { result: 'notOurs', answer: '请向公安机关报案' });
    const mails = (await deliver(house, life)).filter(({ subject }) => subject.includes(no));
    expect(mails.map(({ to }) => to)).toEqual(Array(2).fill('complainant@example.org'));
    expect(mails[1]!.text).toContain('请向公安机关报案');
    for (const { text } of mails) for (const word of [code, life]) expect(text).not.toContain(word);
  });
});

describe('who complained', () => {
  it('stands in clear nowhere in the database', async () => {
    await complain(house, certificateNo);
    const { contact } = complaintOf(certificateNo);
    const tables = await dump(house.database.url);
    const leaks = [...tables].filter(([, rows]) =>
      Object.values(contact).some((word) => rows.includes(word)),
    );
    expect(leaks.map(([table]) => table)).toEqual([]);
  });

  it('is masked for who handles it, and shown in clear for a purpose that the log keeps', async () => {
    const { no } = await complain(house, certificateNo);
    const { body } = await house.call(officer, 'GET', `/api/v1/complaints/${no}`);
    expect(body).toMatchObject({
      text: complaintOf(certificateNo).text,
      contact: { person: '投*', phone: '139****8888', email: 'c***@example.org' },
      mayShowContact: true,
    });
    const shown = await house.call(officer, 'POST', `/api/v1/complaints/${no}/contact`, {
      body: { purpose: '电话核实投诉人甲所述' },
    });
    expect(shown.body.contact).toEqual(complaintOf(certificateNo).contact);
    const entry = await house.database.db
      .selectFrom('audit_entry')
      .select(['type', 'details'])
      .where('subject_id', '=', no)
      .executeTakeFirstOrThrow();
    expect(entry).toEqual({ type: 'personalDataShown', details: { purpose: '电话核实****所述' } });
    await answer(no, { result: 'unfounded', answer: '经核实，反映的情况不属实' });
    const { body: after } = await house.call(officer, 'GET', `/api/v1/complaints/${no}`);
    expect(after.mayShowContact).toBe(false);
  });
});

describe('the institution', () => {
  it('learns of no complaint, before its answer or after', async () => {
    const { no } = await complain(house, certificateNo);
    await answer(no, { result: 'founded', severity: 'serious', answer: '属实，已处理' });
    for (const path of ['', '/events', '/deadlines']) {
      const { text } = await house.call(applicant, 'GET', `/api/v1/cases/${life}${path}`);
      for (const word of ['handleComplaint-', 'complaintReceived', 'complaintAnswered', no, '属实，已处理'])
        expect(text).not.toContain(word);
    }
    const item = openItem(await conduct(house, life), 'orderRectification');
    expect((await house.call(officer, 'GET', `/api/v1/work-items/${item.id}`)).body.about).toMatch(
      /handleComplaint/,
    );
    expect((await house.call(applicant, 'GET', '/api/v1/complaints')).status).toBe(403);
    expect((await house.call(applicant, 'GET', '/api/v1/me/personal-data')).text).not.toContain(
      'complainant',
    );
  });

  it('has no part in the work item, whoever names it', async () => {
    const { no } = await complain(house, certificateNo);
    const { id } = await itemOf(no);
    expect((await house.call(applicant, 'GET', `/api/v1/work-items/${id}`)).status).toBe(404);
  });
});

describe('the list of complaints', () => {
  it('is the unit’s own, by whether they are answered', async () => {
    const listed = async (unit: string, query = '') => {
      const { body } = await house.call(official(unit, 'caseOfficer'), 'GET', `/api/v1/complaints${query}`);
      return body.entries as Body[];
    };
    const { no } = await complain(house, certificateNo);
    expect((await listed('shiqiao', `?state=open&caseId=${life}`))[0]).toMatchObject({ no, result: null });
    expect((await listed('shiqiao', '?state=answered')).map((each) => each.no)).not.toContain(no);
    expect(await listed('fire')).toEqual([]);
  });
});

describe('the screens for complaining', () => {
  it('are the portal’s: linked from each entry of the register, and found by the addresses in mails', async () => {
    const register = await house.call(null, 'GET', '/register', { headers: html });
    expect(register.text).toContain(`/portal/complain?certificate=${certificateNo}`);
    const ledTo = async (path: string) =>
      (await fetch(house.publicUrl + path, { redirect: 'manual' })).headers.get('location');
    expect(await ledTo(`/complaints?certificate=${certificateNo}`)).toBe(
      `/portal/complain?certificate=${certificateNo}`,
    );
    expect(await ledTo('/complaints?certificate=a%26b%0d')).toBe('/portal/complain?certificate=a%26b%0D');
    expect(await ledTo('/complaints/status')).toBe('/portal/complain/status');
  });
});

test('one address makes few complaints an hour, and a repeated one does not count', async () => {
  const few = await openHouse({ limits: { ...usualLimits, complaints: 2 } });
  try {
    await advance(few, await apply(few), 'end');
    const one = newKey();
    const by = (headers: Record<string, string>) =>
      few.call(null, 'POST', '/api/v1/complaints', { body: complaintOf(certificateNo), headers });
    const answered = [await by(one), await by(one), await by(newKey()), await by(newKey())];
    expect(answered.map((each) => each.status)).toEqual([201, 201, 201, 429]);
  } finally {
    await few.close();
  }
});
