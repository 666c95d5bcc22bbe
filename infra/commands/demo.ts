import { parseArgs } from 'node:util';
import { developmentBureau } from '../demo/bureau';
import { demonstrate } from '../demo/demonstration';
import type { Progress } from '../demo/certification';
import { isCertified, jsonOf, reportOf } from '../demo/report';
import { NotRunning, runningSystem } from '../demo/running';
import { withRunningParts } from '../launcher/runningSettings';
import { readSettings, refuseInProduction, SettingsError } from '../settings';
import { asProcess, type Output, WrongUsage } from './output';

const help = `示范：附件2的14个示范点，经接口由各单位账号办到发证
The 14 sites of Annex 2, taken to their certificates through the API by the units' own accounts

途中有补正、异议、现场检查、延期、退回和推送失败，分布见 infra/demo/sample.yaml。
On the way: corrections, objections, inspections, extensions, remands, pushes that fail; which site takes which is in
infra/demo/sample.yaml.

  npm run demo                   须先运行 npm start Needs a running npm start
  npm run demo -- --at-once N    同时办理的件数，默认 4 How many cases at a time, 4 if not said
  npm run demo -- --json         最后输出一个 JSON 对象 Print one JSON object at the end

每次运行都新建办件。 Each run makes new cases.
退出码 Exit codes: 0 全部发证并通过核验 all certified and verified · 1 有未完成的 some are not · 2 用法有误 wrong usage`;

/** Runs `npm run demo -- …`. @returns the exit code, as the help says */
export async function runDemoCommand(args: readonly string[], output: Output): Promise<number> {
  try {
    const wanted = parse(args);
    if (wanted.help) {
      output.out(help);
      return 0;
    }
    return await demo(wanted, output);
  } catch (error) {
    if (error instanceof WrongUsage) {
      output.err(`${error.message}\n\n${help}`);
      return 2;
    }
    if (!(error instanceof NotRunning || error instanceof SettingsError)) throw error;
    output.err(error.message);
    return 1;
  }
}

interface Wanted {
  readonly atOnce: number;
  readonly json: boolean;
  readonly help: boolean;
}

async function demo({ atOnce, json }: Wanted, output: Output): Promise<number> {
  const settings = withRunningParts(readSettings());
  refuseInProduction(settings, 'npm run demo');
  const oneWindow = await runningSystem(settings);
  const say = json ? output.err : output.out;
  const began = performance.now();
  const progress: Progress = ({ no, name }, { zh, en }) => {
    const seconds = ((performance.now() - began) / 1_000).toFixed(1).padStart(6);
    say(`${seconds} s  ${String(no).padStart(2)} ${name}  ${zh}  ${en}`);
  };
  const bureau = developmentBureau(settings);
  const demonstration = await demonstrate({ oneWindow, bureau }, atOnce, progress);
  say(`\n${reportOf(demonstration)}`);
  if (json) output.out(JSON.stringify(jsonOf(demonstration)));
  return demonstration.results.every(isCertified) ? 0 : 1;
}

function parse(args: readonly string[]): Wanted {
  const options = {
    'at-once': { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { json, help: asked, 'at-once': atOnce } = values;
    if (!/^([1-9]|1\d)$/.test(atOnce)) throw new WrongUsage('--at-once：1 至 19 a number from 1 to 19');
    return { atOnce: Number(atOnce), json, help: asked };
  } catch (error) {
    throw error instanceof WrongUsage ? error : new WrongUsage((error as Error).message);
  }
}

if (require.main === module) {
  asProcess(runDemoCommand);
}
