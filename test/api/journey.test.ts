import { administrator, type House, openHouse, stranger } from './house';
import { advance, apply } from './way';
import { applicant, official } from '../world/people';
import type { Body } from './wire';

let house: House;
beforeAll(async () => (house = await openHouse()));
afterAll(() => house.close());

describe('a case through the API, from the draft to the certificate', () => {
  let caseId: string;
  beforeAll(async () => {
    caseId = await apply(house);
    await advance(house, caseId, 'end');
  });

  it('is certified, and says so to those who may read it', async () => {
    const left = new Map([
      [applicant, ['acknowledge']],
      [official('fire', 'reviewer'), []],
      [administrator, ['reassign', 'intervene']],
    ]);
    for (const [reader, acts] of left) {
      const { status, headers, body } = await house.call(reader, 'GET', `/api/v1/cases/${caseId}`);
      expect(status).toBe(200);
      expect(headers.get('etag')).toBe(`"${body.version}"`);
      expect(body).toMatchObject({ outcome: 'certified', stage: 'certificate' });
      expect((body.allowed as readonly Body[]).map(({ act }) => act as string)).toEqual(acts);
    }
  });

  it('is not shown to another applicant, nor to a unit that has no part in it', async () => {
    for (const reader of [stranger, official('tianshui', 'reviewer')]) {
      const { status, body } = await house.call(reader, 'GET', `/api/v1/cases/${caseId}`);
      expect([status, body.code]).toEqual([403, 'notReadable']);
    }
  });

  it('has a certificate as JSON and as PDF, which anybody can verify', async () => {
    const { certificateNo } = (await house.call(applicant, 'GET', `/api/v1/cases/${caseId}`)).body;
    const path = `/api/v1/certificates/${certificateNo}`;
    const { body } = await house.call(applicant, 'GET', path);
    expect(body.statement).toMatchObject({
      no: certificateNo,
      kind: 'certificate',
      institution: '示例托育园',
    });
    const pdf = await house.call(applicant, 'GET', path, { headers: { accept: 'application/pdf' } });
    expect(pdf.headers.get('content-type')).toMatch('application/pdf');
    expect(pdf.text.slice(0, 5)).toBe('%PDF-');
    const linked = await house.call(applicant, 'GET', body.pdf, {
      headers: { accept: 'text/html,*/*;q=0.8' },
    });
    expect(linked.headers.get('content-type')).toMatch('application/pdf');
    const verified = await house.call(null, 'GET', `/verify/${certificateNo}`);
    expect(verified.body).toMatchObject({ no: certificateNo, state: 'valid' });
    expect((await house.call(stranger, 'GET', path)).status).toBe(403);
  });

  it('stands on the register, the lists of registrations and filings', async () => {
    const { body: register } = await house.call(null, 'GET', '/api/v1/register?name=示例');
    expect(register.entries).toEqual([expect.objectContaining({ institution: '示例托育园', places: 30 })]);
    const { body: registrations } = await house.call(
      official('civilAffairs', 'registrar'),
      'GET',
      '/api/v1/registrations',
    );
    expect(registrations.entries).toEqual([
      expect.objectContaining({ caseId, unifiedCode: '52330103MA9000003R' }),
    ]);
    const { body: filings } = await house.call(official('health', 'filingOfficer'), 'GET', '/api/v1/filings');
    expect(filings.entries).toEqual([expect.objectContaining({ caseId, conformity: 'confirmed' })]);
  });
});
