import { type Place, visitor } from '../place';

/** The public register: a search that works without scripts. */
export function searchingTheRegister(place: Place): void {
  const at = visitor(place);

  describe('the public register', () => {
    it('finds institutions by name, subdistrict and mode, and keeps what was asked', async () => {
      await at.page.goto(`${place.town.publicUrl}/register`);
      expect(await at.rows()).toHaveLength(2);
      await at.page.getByLabel('机构名称').fill('童伴');
      await at.page.getByLabel('街道').selectOption({ label: '东新街道 Dongxin Subdistrict' });
      await at.page.getByLabel('服务模式').selectOption('private');
      await at.page.getByRole('button', { name: '查询' }).click();
      expect(await at.rows()).toEqual([expect.stringContaining('童伴社区亲子服务中心')]);
      expect(await at.page.getByLabel('机构名称').inputValue()).toBe('童伴');
      expect(await at.page.getByLabel('街道').inputValue()).toBe('dongxin');
    });

    it('says so where nothing matches', async () => {
      await at.page.goto(`${place.town.publicUrl}/register`);
      await at.page.getByLabel('机构名称').fill('没有这家');
      await at.page.keyboard.press('Enter');
      await at.page.getByText('没有符合条件的机构').waitFor();
    });

    it('leads to the check of each certificate', async () => {
      await at.page.goto(`${place.town.publicUrl}/register?name=童伴`);
      await at.page.getByRole('link', { name: place.stock.certificateNo }).click();
      expect(await at.page.getByRole('status').innerText()).toContain('有效');
    });
  });
}
