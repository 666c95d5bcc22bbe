import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMailer, type Mail, MailRefused, type Mailer } from '../../activities/mailer';
import type { CaughtMail } from '../../infra/development/mailCatcher/mail';
import { type MailCatcher, startMailCatcher } from '../../infra/development/mailCatcher/mailCatcher';
import { ask, json, listensOn } from './asking';

const from = '一窗 OneWindow <no-reply@onewindow.example>';

function mailTo(to: string, no: number, changes: Partial<Mail> = {}): Mail {
  return {
    to,
    subject: `受理通知 ${no}`,
    text: `第 ${no} 件`,
    html: `<p>第 <b>${no}</b> 件</p>`,
    messageId: `<notice-${no}@onewindow.example>`,
    attachments: [],
    ...changes,
  };
}

describe('the mail catcher', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'onewindow-mail-'));
  let catcher: MailCatcher;
  let mailer: Mailer;
  const start = async () => {
    catcher = await startMailCatcher({ mode: 'development', smtpPort: 0, webPort: 0, dataDir });
    mailer = createMailer(catcher.smtpAddress, from);
  };
  const stop = async () => {
    mailer.close();
    await catcher.close();
  };
  beforeAll(start);
  afterAll(async () => {
    await stop();
    rmSync(dataDir, { recursive: true });
  });

  const mails = async (query = '') =>
    (await json<{ mails: CaughtMail[] }>(`${catcher.address}/mails${query}`)).mails;
  const fault = (body: object) => ask(`${catcher.address}/faults`, { body: JSON.stringify(body) });

  it('keeps what comes by SMTP, and gives it out as JSON with text, HTML and papers', async () => {
    const paper = {
      filename: '回执.pdf',
      content: Buffer.from('%PDF-paper'),
      contentType: 'application/pdf',
    };
    await mailer.send(mailTo('one@example.org', 1, { attachments: [paper] }));
    const [mail] = await mails('?to=ONE@');
    expect(mail).toMatchObject({
      from: 'no-reply@onewindow.example',
      to: ['one@example.org'],
      subject: '受理通知 1',
      messageId: '<notice-1@onewindow.example>',
      received: 1,
      attachments: [{ n: 1, filename: '回执.pdf', contentType: 'application/pdf', size: 10 }],
    });
    const one = `${catcher.address}/mails/${mail!.id}`;
    const whole = await json<{ text: string; html: string }>(one);
    expect(whole.text.trim()).toBe('第 1 件');
    expect(whole.html).toContain('<b>1</b>');
    expect(await (await ask(`${one}/attachments/1`)).text()).toBe('%PDF-paper');
    expect(await (await ask(`${one}/source`)).text()).toContain('Message-ID: <notice-1@onewindow.example>');
  });

  it('shows the mails on a page, the newest first, and each on one of its own', async () => {
    await mailer.send(mailTo('two@example.org', 2, { subject: '补正通知 <2>' }));
    const list = await (await ask(catcher.address, { accept: 'text/html' })).text();
    expect(list).toContain('补正通知 &lt;2&gt;');
    expect(list.indexOf('补正通知')).toBeLessThan(list.indexOf('受理通知'));
    const [mail] = await mails('?subject=补正');
    const page = await (await ask(`${catcher.address}/mails/${mail!.id}`, { accept: 'text/html' })).text();
    expect(page).toContain('two@example.org');
    // What a mail brings along is shown in a frame that may run nothing.
    const [, allowed = ''] = /<iframe\s+sandbox="([^"]*)"[^>]*srcdoc="[^"]*&lt;p&gt;/.exec(page) ?? [];
    expect(allowed.split(' ')).not.toContain('allow-scripts');
    expect(allowed).toContain('allow-same-origin');
  });

  it('counts a mail that comes again under the same Message-ID, and keeps it once', async () => {
    for (const _ of [1, 2, 3]) await mailer.send(mailTo('again@example.org', 3));
    expect(await mails('?to=again@')).toMatchObject([{ received: 3 }]);
  });

  it('refuses an address for good where asked to, and only that one', async () => {
    expect((await fault({ kind: 'refuse-5xx', recipient: 'gone@example.org' })).status).toBe(200);
    await expect(mailer.send(mailTo('gone@example.org', 4))).rejects.toBeInstanceOf(MailRefused);
    await mailer.send(mailTo('there@example.org', 5));
    await fault({ kind: null });
    await mailer.send(mailTo('gone@example.org', 4));
    expect(await mails('?to=gone@')).toHaveLength(1);
  });

  it('refuses for now as often as asked to, and then takes the mail', async () => {
    await fault({ kind: 'refuse-4xx', times: 2 });
    for (const _ of [1, 2]) {
      const refused = mailer.send(mailTo('later@example.org', 6));
      await expect(refused).rejects.toThrow('451');
      await expect(refused).rejects.not.toBeInstanceOf(MailRefused);
    }
    await mailer.send(mailTo('later@example.org', 6));
    expect(await mails('?to=later@')).toMatchObject([{ received: 1 }]);
  });

  it('keeps a mail and cuts the line where asked to, so that the sender cannot know', async () => {
    await fault({ kind: 'drop-before-250', times: 1 });
    await expect(mailer.send(mailTo('cut@example.org', 7))).rejects.not.toBeInstanceOf(MailRefused);
    expect(await mails('?to=cut@')).toMatchObject([{ received: 1 }]);
    await fault({ kind: 'drop-after-250', times: 1 });
    await mailer.send(mailTo('cut@example.org', 7));
    expect(await mails('?to=cut@')).toMatchObject([{ received: 2 }]);
  });

  it('says which faults there are', async () => {
    const answer = await fault({ kind: 'explode' });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('drop-before-250');
  });

  it('finds the mails again after a restart, and behaves again', async () => {
    await fault({ kind: 'refuse-5xx' });
    const before = await mails();
    await stop();
    await start();
    expect(await mails()).toEqual(before);
    await mailer.send(mailTo('restart@example.org', 8));
    expect((await mails())[0]).toMatchObject({ no: before.length + 1, to: ['restart@example.org'] });
  });

  it.each(['/mails/none', '/mails/none/source', '/mails/none/attachments/1'])(
    'answers 404 for %s, in words',
    async (path) => {
      const answer = await ask(`${catcher.address}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'notFound', zh: '没有这封邮件或附件' });
    },
  );

  it('listens on loopback only', () => {
    expect(listensOn(catcher.address)).toEqual(['127.0.0.1']);
    expect(listensOn(catcher.smtpAddress)).toEqual(['127.0.0.1']);
  });

  it('does not start in production', async () => {
    const given = { mode: 'production', smtpPort: 0, webPort: 0, dataDir } as const;
    await expect(startMailCatcher(given)).rejects.toThrow('mail catcher belongs to development');
  });

  it('names a port that is taken', async () => {
    const webPort = Number(new URL(catcher.address).port);
    const given = { mode: 'development', smtpPort: 0, webPort, dataDir } as const;
    await expect(startMailCatcher(given)).rejects.toThrow(`Port ${webPort} on 127.0.0.1 is in use`);
  });
});
