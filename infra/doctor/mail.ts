import { createTransport } from 'nodemailer';
import type { Check } from './examination';
import { ill, reasonOf, well } from './finding';

const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 5_000 };

/** The mail server: connects, says EHLO, signs in where the address has a user, and quits. Nothing is sent. */
export const mail: Check = async ({ settings: { smtpUrl } }) => {
  if (smtpUrl === null) return [];
  const place = new URL(smtpUrl).host;
  const transport = createTransport({ url: smtpUrl, ...patience });
  try {
    await transport.verify();
    return [well(`邮件服务器可用：${place}`, 'The mail server answers')];
  } catch (error) {
    return [
      ill(
        { zh: `邮件服务器不可用：${place}（${reasonOf(error)}）`, en: 'The mail server cannot be used' },
        {
          zh: '启动它，或改正 SMTP_URL（smtp:// 或 smtps://，主机、端口、用户、密码）',
          en: 'start it, or correct SMTP_URL (smtp:// or smtps://, host, port, user, password)',
        },
      ),
    ];
  } finally {
    transport.close();
  }
};
