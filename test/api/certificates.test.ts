import { checkDocument } from '../../infra/documents/offlineCheck';
import { applicant, official } from '../world/people';
import { administrator, type House, openHouse, stranger } from './house';
import { advance, apply } from './way';
import { told } from './wire';

let house: House;
let caseId: string;
let certificate: string;
let receipt: string;
beforeAll(async () => {
  house = await openHouse();
  caseId = await apply(house);
  const { certificateNo, receiptNo } = await advance(house, caseId, 'end');
  certificate = certificateNo!;
  receipt = receiptNo!;
});
afterAll(() => house.close());

const get = (no: string, accept?: string, query = '', who = applicant) =>
  house.call(who, 'GET', `/api/v1/certificates/${no}${query}`, {
    headers: accept === undefined ? {} : { accept },
  });

describe('a certificate', () => {
  it('is sealed as it was issued, and names where its PDF is and where anybody can verify it', async () => {
    const { status, headers, body } = await get(certificate);
    expect(status).toBe(200);
    expect(headers.get('vary')).toMatch(/accept/i);
    expect(body).toMatchObject({
      no: certificate,
      caseId,
      statement: {
        kind: 'certificate',
        no: certificate,
        places: 30,
        issuedOn: '2026-09-28',
        issuer: '区卫健局',
      },
      pdf: `/api/v1/certificates/${certificate}?as=pdf`,
      verify: `${house.publicUrl}/verify/${certificate}`,
    });
  });

  it('names nobody: neither statement nor PDF holds what is personal', async () => {
    const { text } = await get(certificate);
    for (const word of ['示例联系人', '13800001111', 'applicant@example.org'])
      expect(text).not.toContain(word);
  });

  it.each([
    ['application/json', '', 'application/json'],
    ['*/*', '', 'application/json'],
    ['application/pdf', '', 'application/pdf'],
    ['application/pdf;q=0.5, application/json', '', 'application/json'],
    ['text/html', '?as=pdf', 'application/pdf'],
    ['application/pdf', '?as=json', 'application/json'],
  ])('comes to who accepts %s and asks for “%s” as %s', async (accept, query, type) => {
    const { status, headers } = await get(certificate, accept, query);
    expect([status, headers.get('content-type')?.split(';')[0]]).toEqual([200, type]);
  });

  it('is one and the same PDF whenever it is asked for, and proves itself by the published keys', async () => {
    const one = await get(certificate, 'application/pdf');
    expect(one.headers.get('content-disposition')).toBe(`inline; filename="${certificate}.pdf"`);
    expect((await get(certificate, 'application/pdf')).bytes.equals(one.bytes)).toBe(true);
    const { body: keys } = await house.call(null, 'GET', '/jwks.json');
    const verdict = await checkDocument(one.bytes, keys);
    expect(verdict).toEqual({ valid: true, statement: (await get(certificate)).body.statement });
  });

  it('stands beside the filing receipt, which is a document of its own', async () => {
    expect((await get(receipt)).body.statement).toMatchObject({ kind: 'filingReceipt', no: receipt, caseId });
  });

  it('is given to those alone who may read its case', async () => {
    for (const reader of [official('fire', 'reviewer'), administrator])
      expect((await get(certificate, undefined, '', reader)).status).toBe(200);
    for (const reader of [stranger, official('finance', 'reviewer')])
      for (const accept of ['application/json', 'application/pdf'])
        expect(told(await get(certificate, accept, '', reader))).toEqual([403, 'notReadable']);
  });

  it.each(['XCTY-C-2026-999999', 'nothing'])('does not exist under the number %s', async (no) => {
    for (const accept of ['application/json', 'application/pdf'])
      expect(told(await get(no, accept))).toEqual([404, 'documentNotFound']);
  });

  it('comes in no other form', async () => {
    expect(told(await get(certificate, undefined, '?as=docx'))).toEqual([400, 'malformedRequest']);
  });
});
