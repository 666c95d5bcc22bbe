import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writePreview } from '../letters/preview';
import { readSettings, SettingsError } from '../settings';
import { asProcess, type Output, WrongUsage } from './output';

const help = `文书和邮件模板 The templates of letters and mails

  npm run letters -- --preview [DIR]

  --preview [DIR]   以示例内容将每个模板写入 DIR（默认 DATA_DIR/letters）：邮件 HTML 和文本，文书 PDF
                    Writes every template with sample facts into DIR (default DATA_DIR/letters):
                    the mail as HTML and text, the letter as PDF
  --help            显示本说明 Show this

SEAL_DIR 中的 UNIT.png 用作单位印章（示例单位 shiqiao）。
UNIT.png in SEAL_DIR is the seal of a unit (the sample's unit is shiqiao).

退出码 Exit codes: 0 完成 done · 1 设置有误 a setting is wrong · 2 用法有误 wrong usage`;

/** Runs `npm run letters -- …`. @returns the exit code, as the help says */
export async function main(args: readonly string[], output: Output): Promise<number> {
  try {
    const asked = parse(args);
    if (asked === 'help') output.out(help);
    else await preview(asked.folder, output);
    return 0;
  } catch (error) {
    if (!(error instanceof WrongUsage || error instanceof SettingsError)) throw error;
    output.err(error instanceof WrongUsage ? `${error.message}\n\n${help}` : error.message);
    return error instanceof WrongUsage ? 2 : 1;
  }
}

async function preview(folder: string | null, { out }: Output): Promise<void> {
  const { dataDir, sealDir } = readSettings();
  const target = resolve(folder ?? join(dataDir, 'letters'));
  const written = await writePreview(target, sealDir);
  for (const { subject, files } of written) out(`${files.join('  ')}\n    ${subject}`);
  out(`${written.length} 个模板 templates: ${target}`);
}

function parse(args: readonly string[]): 'help' | { readonly folder: string | null } {
  const { values, positionals } = options(args);
  if (values.help) return 'help';
  if (!values.preview) throw new WrongUsage('请给出 --preview  Give --preview');
  if (positionals.length > 1) throw new WrongUsage('只能给出一个目录  Give one folder');
  return { folder: positionals[0] ?? null };
}

function options(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { preview: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

if (require.main === module) {
  asProcess(main);
}
