import { answersOk } from '../launcher/nodePart';
import { isFree, type WantedPort } from '../launcher/ports';
import { wantedPorts } from '../launcher/wantedPorts';
import type { Check } from './examination';
import { type Finding, ill, well } from './finding';

/** Before a start: whether its ports are free. While `npm start` runs, they are its own. */
export const ports: Check = async ({ settings, running, embedded }) => {
  if (running) return [];
  const looked = await Promise.all(
    wantedPorts(settings).map(async (wanted) => ({ wanted, taken: !(await isFree(wanted.port)) })),
  );
  const free = looked.filter(({ taken }) => !taken).map(({ wanted }) => wanted.port);
  const taken = await Promise.all(
    looked
      .filter((look) => look.taken)
      .map(async ({ wanted }) => {
        // API and worker may run alone; whoever has a part of development there is another installation.
        const alone = embedded.length === 0 && (await answersOk(`http://127.0.0.1:${wanted.port}/livez`));
        return alone ? own(wanted) : conflict(wanted);
      }),
  );
  return [...(free.length > 0 ? [well(`端口空闲：${free.join(', ')}`, 'Ports are free')] : []), ...taken];
};

function own({ port }: WantedPort): Finding {
  return well(`端口 ${port} 由本系统的程序使用`, `Port ${port} is held by a program of this system`);
}

function conflict({ part, variable, port }: WantedPort): Finding {
  const what = { zh: `端口 ${port}（${part.zh}）已被占用`, en: `Port ${port} (${part.en}) is in use` };
  return ill(what, {
    zh: `停止占用它的程序，或设置 ${variable} 为其他端口`,
    en: `stop what holds it, or set ${variable} to another port`,
  });
}
