import { verifyStatement } from '../../../infra/documents/sealedDocument';
import { statementInPdf } from '../../../infra/documents/statementCarrier';
import { axeFindings } from '../accessibility';
import { type Place, visitor } from '../place';

/** The mails that a case has sent. */
export function readingMails(place: Place): void {
  const at = visitor(place);

  describe('the mail catcher', () => {
    const openMail = async () => {
      await at.page.goto(place.town.mailUrl);
      await at.page.getByRole('link', { name: '托育机构备案证书' }).click();
    };

    it('shows a mail as its reader sees it, with links that work', async () => {
      await openMail();
      const letter = at.page.frameLocator('iframe');
      expect(await letter.locator('body').innerText()).toContain('证书已签发');
      const opened = at.page.waitForEvent('popup');
      await letter.getByRole('link', { name: place.stock.certificateNo }).first().click();
      const certificate = await opened;
      expect(await certificate.getByRole('status').innerText()).toContain('有效');
    });

    it('hands out the attachment, which proves itself', async () => {
      await openMail();
      const download = at.page.waitForEvent('download');
      await at.page.getByRole('link', { name: `下载 ${place.stock.certificateNo}.pdf` }).click();
      const chunks: Buffer[] = [];
      for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
      const { jws = '' } = statementInPdf(Buffer.concat(chunks)) ?? {};
      const { no } = await verifyStatement(jws, await place.town.oneWindow.publicKeys());
      expect(no).toBe(place.stock.certificateNo);
    });

    it('has mails that keep WCAG 2.2 AA by themselves', async () => {
      const { mails } = (await (await fetch(`${place.town.mailUrl}/mails`)).json()) as {
        mails: { id: string }[];
      };
      for (const { id } of mails) {
        const { html } = (await (await fetch(`${place.town.mailUrl}/mails/${id}`)).json()) as {
          html: string;
        };
        await at.page.setContent(html);
        expect(await axeFindings(at.page, 'desktop')).toEqual([]);
      }
      expect(mails.length).toBeGreaterThanOrEqual(6);
    });

    it('finds mails by recipient and subject', async () => {
      await at.page.goto(place.town.mailUrl);
      await at.page.getByLabel('收件人').fill('applicant-3');
      await at.page.getByLabel('主题').fill('登记完成');
      await at.page.getByRole('button', { name: '筛选' }).click();
      expect(await at.rows()).toEqual([expect.stringContaining('登记完成')]);
    });
  });
}
