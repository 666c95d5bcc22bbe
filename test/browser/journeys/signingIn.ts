import { signIn } from '../screens';
import { type Place, visitor } from '../place';

/** In and out, by the buttons of the embedded identity provider. */
export function signingIn(place: Place): void {
  const at = visitor(place);

  describe('signing in', () => {
    it('takes a person by the button of their role to a home page that says who they are', async () => {
      await signIn(at.page, place.town, 'shiqiao-intakeClerk-1');
      const said = await at.main();
      for (const words of ['石桥街道窗口受理员', 'Shiqiao Subdistrict', '窗口受理员 Intake clerk']) {
        expect(said).toContain(words);
      }
    });

    it('shows an official what waits for them, with its due date', async () => {
      await signIn(at.page, place.town, 'shiqiao-intakeClerk-1');
      expect(await at.rows()).toEqual([
        expect.stringMatching(/\d{4}-\d{2}-\d{2}\s+受理\s+Accept\s+星原托育/),
      ]);
      expect((await at.rows())[0]).toContain(place.stock.openCase);
    });

    it('shows an applicant where their cases stand', async () => {
      await signIn(at.page, place.town, 'applicant-3');
      expect(await at.rows()).toEqual([expect.stringMatching(/童伴社区亲子服务中心\s+已发证/)]);
    });

    it('can be done with the keyboard alone', async () => {
      await at.page.goto(place.town.publicUrl);
      await at.page.getByRole('link', { name: '登录' }).focus();
      await at.page.keyboard.press('Enter');
      await at.page.locator('button[value="applicant-2"]').focus();
      await at.page.keyboard.press('Enter');
      await at.page.waitForURL(`${place.town.publicUrl}/`);
      expect(await at.main()).toContain('Sample Nursery Ltd, applicant 2');
    });

    it('ends with signing out, here and at the identity provider', async () => {
      await signIn(at.page, place.town, 'applicant-1');
      await at.page.getByRole('button', { name: '退出登录' }).click();
      await at.page.locator('button[value="yes"]').click();
      await at.page.waitForURL(`${place.town.publicUrl}/`);
      expect(await at.main()).not.toContain('当前登录');
      expect((await at.page.request.get(`${place.town.publicUrl}/api/v1/me`)).status()).toBe(401);
      await at.page.getByRole('link', { name: '登录' }).click();
      await at.page.getByRole('heading', { name: '选择账号登录' }).waitFor();
    });

    it('that failed leads back to the choice of accounts', async () => {
      await at.page.goto(`${place.town.publicUrl}/auth/callback?code=x&state=y`);
      await at.page.getByRole('link', { name: '重新登录' }).click();
      await at.page.getByRole('heading', { name: '选择账号登录' }).waitFor();
    });

    it('that lapsed at the identity provider leads back to OneWindow', async () => {
      const answer = await at.page.goto(`${place.town.identityUrl}/interaction/long-ago`);
      expect(answer?.status()).toBe(400);
      expect(await at.main()).not.toContain('node_modules');
      await at.page.getByRole('link', { name: '登录一窗' }).click();
      await at.page.getByRole('heading', { name: '选择账号登录' }).waitFor();
    });
  });
}
