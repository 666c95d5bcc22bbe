import { type Place, visitor } from '../place';

/** A document's number, typed in; and an address that is none. */
export function checkingDocuments(place: Place): void {
  const at = visitor(place);

  describe('checking a document by its number', () => {
    it.each([
      ['a certificate', 'certificateNo', '有效', '托育机构备案证书'],
      ['a receipt', 'receiptNo', '有效', '托育机构备案回执'],
      ['a certificate that was tampered with', 'forgedNo', '签名不符', '请勿采信'],
    ] as const)('tells %s from others', async (_what, which, verdict, words) => {
      await at.page.goto(`${place.town.publicUrl}/verify`);
      await at.page.getByLabel('文书编号').fill(` ${place.stock[which]} `);
      await at.page.getByRole('button', { name: '核验' }).click();
      expect(await at.page.getByRole('status').innerText()).toContain(verdict);
      expect(await at.main()).toContain(words);
    });

    it('says that an unknown number was never issued, and does not claim more', async () => {
      const answer = await at.page.goto(`${place.town.publicUrl}/verify/XCTY-C-2020-000001`);
      expect(answer?.status()).toBe(404);
      expect(await at.page.getByRole('status').innerText()).toMatch(/查无此号[^]*XCTY-C-2020-000001/);
      expect(await at.page.locator('dl').count()).toBe(0);
    });
  });

  it('what fails is told to a person on a page, and to a program as a problem', async () => {
    const address = `${place.town.publicUrl}/nowhere`;
    const answer = await at.page.goto(address);
    expect(answer?.status()).toBe(404);
    expect(await at.main()).toMatch(/没有这个地址[^]*请核对地址和编号/);
    const program = await fetch(address);
    expect(program.headers.get('content-type')).toContain('application/problem+json');
  });
}
