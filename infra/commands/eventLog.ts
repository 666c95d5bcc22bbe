import { open, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { connect, type Db } from '../db/connect';
import { writeOcel } from '../eventLog/ocel';
import { installationOf } from '../launcher/installation';
import { readSettings, SettingsError } from '../settings';
import { asProcess, type Output, WrongUsage } from './output';

const help = `事件日志导出 Export of the event log

  npm run event-log -- FILE   将全部办件记录写为 OCEL 2.0 JSON，供流程挖掘工具读取
                              Writes the whole record as OCEL 2.0 JSON, for process-mining tools

只有事实：没有人名，也没有任何人写的文字。已有的文件不会被覆盖。
Facts alone: no names of people, no words that anybody wrote. A file that exists is left alone.
退出码 Exit codes: 0 完成 done · 1 设置有误 a setting is wrong · 2 用法有误 wrong usage`;

/** Runs `npm run event-log -- …`; a test gives its own record. @returns the exit code, as the help says */
export async function runEventLogCommand(
  args: readonly string[],
  output: Output,
  record: Db | null = null,
): Promise<number> {
  try {
    const file = parse(args);
    if (file === null) {
      output.out(help);
      return 0;
    }
    const { cases, objects, events } = await onRecord(record, (db) => writeFile(file, db));
    output.out(
      `✓ ${file}：办件 ${cases} 件，对象 ${objects} 个，事件 ${events} 条 ${cases} cases, ${objects} objects, ${events} events`,
    );
    return 0;
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    if (!(error instanceof SettingsError)) throw error;
    output.err(error.message);
    return 1;
  }
}

/** @returns null where help is asked for */
function parse(args: readonly string[]): string | null {
  const { values, positionals } = optionsOf(args);
  if (values.help) return null;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongUsage('须写明一个文件 Name one file');
  if (existsSync(file)) throw new WrongUsage(`${file} 已存在，未作改动 exists already and was left alone`);
  return file;
}

function optionsOf(args: readonly string[]) {
  try {
    const options = { help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? error.message : String(error));
  }
}

/** The file appears once it is whole. */
async function writeFile(file: string, db: Db) {
  const part = `${file}.part`;
  const handle = await open(part, 'w').catch((error: unknown) => {
    throw new WrongUsage(
      `无法写入 cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  try {
    const written = await writeOcel(db, async (text) => {
      await handle.appendFile(text);
    });
    await handle.sync();
    await rename(part, file);
    return written;
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

async function onRecord<T>(given: Db | null, work: (db: Db) => Promise<T>): Promise<T> {
  if (given) return work(given);
  const { settings } = await installationOf(readSettings());
  const database = connect(settings.databaseUrl);
  try {
    return await work(database.db);
  } finally {
    await database.close();
  }
}

if (require.main === module) {
  asProcess(runEventLogCommand);
}
