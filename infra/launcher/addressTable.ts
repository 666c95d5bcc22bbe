import type { Label } from '../../domain/label';
import type { Installation } from './installation';
import type { PartName } from './part';

interface Row {
  readonly name: Label;
  readonly address: string;
  readonly purpose: Label;
}

/** Where everything is and what for: the last thing `npm start` prints before it says that it is ready. */
export function addressTable({ settings, dataDir, embedded }: Installation): string {
  const { publicUrl, ports } = settings;
  const embeddedRows: readonly (readonly [PartName, Row])[] = [
    [
      'temporal',
      row(
        '流程引擎',
        'Temporal Web UI',
        `http://127.0.0.1:${ports.temporalUi}`,
        '查看与修复办件',
        'see and repair cases',
      ),
    ],
    [
      'mailCatcher',
      row(
        '邮箱',
        'mail catcher',
        `http://127.0.0.1:${ports.mailWeb}`,
        '系统发出的邮件',
        'every mail that was sent',
      ),
    ],
    [
      'identity',
      row('身份认证', 'identity provider', settings.oidcIssuer, '开发用账号登录', "the accounts' sign-in"),
    ],
    [
      'pushReceiver',
      row(
        '推送接收',
        'push receiver',
        settings.pushUrl,
        '推送到卫健局的登记',
        'registrations pushed to the health bureau',
      ),
    ],
    [
      'postgres',
      row(
        '数据库',
        'PostgreSQL',
        withoutPassword(settings.databaseUrl),
        '办件记录，口令在 secrets.json',
        'the record; its password is in secrets.json',
      ),
    ],
  ];
  const rows = [
    row('门户', 'portal', `${publicUrl}/portal/`, '申报、办理、查询的页面', 'the screens'),
    row('接口', 'API', publicUrl, '申报、办理、查询', 'apply, handle, look up'),
    row('接口文档', 'API documentation', `${publicUrl}/docs`, '全部接口', 'every call'),
    ...embeddedRows.filter(([part]) => embedded.includes(part)).map(([, shown]) => shown),
    row('运行指标', 'metrics', `${publicUrl}/metrics`, '接口服务', 'API'),
    row('', '', `http://127.0.0.1:${settings.workerPort}/metrics`, '流程执行', 'worker'),
    row('数据目录', 'data directory', dataDir.root, '数据与日志', 'data and logs'),
  ];
  return format(rows);
}

/** A terminal's scroll-back is no place for a password, and the long one of the embedded server breaks the table. */
function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = '';
  return url.toString();
}

function row(zh: string, en: string, address: string, purposeZh: string, purposeEn: string): Row {
  return { name: { zh, en }, address, purpose: { zh: purposeZh, en: purposeEn } };
}

function format(rows: readonly Row[]): string {
  const cells = rows.map(({ name, address, purpose }) => [
    `${name.zh} ${name.en}`.trim(),
    address,
    `${purpose.zh} ${purpose.en}`,
  ]);
  const widths = [0, 1].map((column) => Math.max(...cells.map((line) => displayWidth(line[column] ?? ''))));
  const pad = (text: string, column: number) =>
    text + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(text)));
  return cells.map((line) => `  ${line.map(pad).join('  ')}`.trimEnd()).join('\n');
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g;

/** Chinese characters and their punctuation take two columns of a terminal. */
function displayWidth(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}
