import { dateInWords } from '../../domain/dateInWords';
import type { Label } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { gapKinds, places } from '../../domain/responsible';
import { unitNameOf } from '../../domain/unitName';
import { steps } from '../../domain/vocabulary';
import type { OpenWork } from '../responsible/dutyMails';
import type { Gap } from '../responsible/gaps';
import type { Notice } from './notice';

/** The mail of a morning to who answers for a unit's supervision: what is new and open. */
export function newWorkNotice(unit: Label, work: readonly OpenWork[], standsIn: boolean): Notice {
  const place = places[standsIn ? 'replacement' : 'responsible'];
  const count = work.length;
  return {
    subject: { zh: `监管新增待办，${count} 项`, en: `New work in supervision: ${count}` },
    paragraphs: [
      {
        zh: `您是${unit.zh}照护服务监管的${place.zh}，今天由您负责。以下 ${count} 项为新增待办：`,
        en: `You are the ${lower(place.en)} for supervision in ${unit.en}, and it is yours today. New work items, ${count} in all:`,
      },
      ...work.map(({ caseId, institution, step, due }, index) => ({
        zh: `${index + 1}. ${caseId} “${institution}”：“${steps[step].zh}”，期限${dateInWords(due).zh}。`,
        en: `${index + 1}. ${caseId} “${institution}”: “${steps[step].en}”, due on ${dateInWords(due).en}.`,
      })),
    ],
  };
}

/** The mail of a morning to the leading group's office: for which units something is amiss with who answers. */
export function gapNotice(gaps: readonly Gap[], plan: Plan): Notice {
  const count = gaps.length;
  return {
    subject: {
      zh: `专人负责有空缺，${count} 个单位`,
      en: `Units without who answers for supervision: ${count}`,
    },
    paragraphs: [
      {
        zh: '方案四（三）要求各部门指定专人负责照护工作的监管。以下单位有空缺，请督促指定：',
        en: 'By the plan, 四（三）, each unit names who answers for its supervision. Something is amiss with these; please see to it:',
      },
      ...gaps.map(({ unit, kind, since }, index) => {
        const name = unitNameOf(plan, unit);
        const day = dateInWords(since);
        return {
          zh: `${index + 1}. ${name.zh}：${gapKinds[kind].zh}，自${day.zh}起。`,
          en: `${index + 1}. ${name.en}: ${lower(gapKinds[kind].en)}, since ${day.en}.`,
        };
      }),
    ],
  };
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
