import { parseArgs } from 'node:util';
import { examine } from '../doctor/examination';
import { isWell, jsonOf, lineOf, summaryOf } from '../doctor/report';
import { subjectOf } from '../doctor/subject';
import { type Output, terminal } from './output';

const help = `体检：检查每个部分，并说明怎么办。只看不改。
Looks at every part and says what to do. It changes nothing.

  npm run doctor             正在运行的 npm start，或以同样设置检查生产环境 A running npm start, or production by its settings
  npm run doctor -- --json   打印一个 JSON 对象 Print one JSON object

✓ 正常 well · ! 可用但须留意 works, but look · ✗ 不可用 does not work
退出码 Exit codes: 0 没有 ✗ nothing is ✗ · 1 有 ✗ something is · 2 用法有误 wrong usage`;

/** Runs `npm run doctor -- …`. @returns the exit code, as the help says */
export async function runDoctorCommand(
  args: readonly string[],
  output: Output,
  environment?: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const wanted = parse(args);
  if (typeof wanted === 'string') {
    output.err(`${wanted}\n\n${help}`);
    return 2;
  }
  if (wanted.help) {
    output.out(help);
    return 0;
  }
  const results = await examine(subjectOf(environment), ({ findings }) => {
    if (!wanted.json) for (const finding of findings) output.out(lineOf(finding));
  });
  output.out(wanted.json ? JSON.stringify(jsonOf(results)) : `\n${summaryOf(results)}`);
  return isWell(results) ? 0 : 1;
}

/** What is wanted, or what is wrong with the words that were given. */
function parse(args: readonly string[]): { readonly json: boolean; readonly help: boolean } | string {
  const options = {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

if (require.main === module) {
  runDoctorCommand(process.argv.slice(2), terminal).then(
    (code) => process.exit(code),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
