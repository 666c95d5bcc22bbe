import { dataDirAt, logFileOf } from '../launcher/dataDir';
import { type PartName, partLabels } from '../launcher/part';
import { isAlive } from '../launcher/processIdentity';
import type { Running } from '../launcher/running';
import type { Check } from './examination';
import { type Finding, ill, well } from './finding';
import type { Subject } from './subject';

/** `npm start` and its parts; where every server is given, API and worker may as well run alone. */
export const processes: Check = async (subject) => {
  const { running, embedded, settings } = subject;
  if (running)
    return [launcher(running), ...expected(subject).flatMap((name) => fallen(name, running, subject))];
  if (embedded.length === 0) return [];
  const what = {
    zh: `没有在运行的系统（${settings.dataDir}），只检查了机器与设置`,
    en: 'Nothing runs here: only the machine and the settings were examined',
  };
  return [
    ill(what, {
      zh: '运行 npm start，等到显示 OneWindow is ready',
      en: 'run npm start, until it says OneWindow is ready',
    }),
  ];
};

function launcher({ launcher: { pid }, parts }: Running): Finding {
  const count = Object.keys(parts).length;
  return well(`npm start 在运行（进程 ${pid}），启动了 ${count} 个部分`, `npm start runs (pid ${pid})`);
}

function expected({ embedded }: Subject): readonly PartName[] {
  return [...embedded, 'worker', 'api'];
}

function fallen(name: PartName, { parts }: Running, { settings: { dataDir } }: Subject): Finding[] {
  const process = parts[name];
  if (process && isAlive(process)) return [];
  const { zh, en } = partLabels[name];
  const log = logFileOf(dataDirAt(dataDir), name);
  return [
    ill(
      { zh: `${zh}没有运行`, en: `${en} does not run` },
      {
        zh: `它会自动重启；若反复退出，请看 ${log}；若 npm start 用了别的设置，请用同样的设置检查`,
        en: `it is started again by itself; where it keeps ending, see that log; where npm start was given other settings, examine with the same`,
      },
    ),
  ];
}
