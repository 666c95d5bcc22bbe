import { randomUUID } from 'node:crypto';
import type { Label } from '../../domain/label';
import { html, type Html } from '../../infra/html';
import type { ComplaintStatus, ReceivedComplaint } from '../contracts/complaint';
import type { FieldFault } from '../http/problem';
import { bilingual, fieldList, type Page, twoLines } from './page';

/** What a form was filled with, by the names of its fields, as far as anything was. */
export type Filled = Readonly<Record<string, string | undefined>>;

const title: Label = { zh: '投诉', en: 'Complain' };
const statusTitle: Label = { zh: '投诉查询', en: 'How a complaint stands' };

const promise: Label = {
  zh: '无须登录。您的姓名和联系方式加密保存，只供处理投诉的单位使用，不会告知被投诉的机构。',
  en: 'You need not sign in. Name and address are kept encrypted, for the unit that handles the complaint alone; the institution is never told.',
};
const urgent: Label = {
  zh: '有紧急危险请先拨打 110、119 或 120。',
  en: 'In immediate danger call 110, 119 or 120 first.',
};

/** The form; what was wrong with it stands above, and nothing that was written is lost. */
export function complaintForm(filled: Filled, faults: readonly FieldFault[] = []): Page {
  return {
    title,
    body: html`<div class="card">
        <p>${twoLines(promise)}</p>
        <p>${twoLines(urgent)}</p>
      </div>
      ${faults.length === 0 ? null : faultList(faults)}
      <form class="card filled" action="/complaints" method="post">
        <input type="hidden" name="key" value="${filled.key ?? randomUUID()}" />
        ${field('certificateNo', filled, { required: true, maxlength: 120 })}
        <label
          >${bilingual(names.text)}<textarea name="text" rows="8" maxlength="4000" required>
${filled.text ?? ''}</textarea>
        </label>
        ${field('person', filled, { maxlength: 60 })} ${field('phone', filled, { maxlength: 30 })}
        ${field('email', filled, { maxlength: 254 })}
        <button>${bilingual({ zh: '提交投诉', en: 'Send the complaint' })}</button>
      </form>
      <p><a href="/complaints/status">${bilingual(statusTitle)}</a></p>`,
  };
}

const names = {
  certificateNo: {
    zh: '机构的证书编号（见名录）',
    en: 'Certificate of the institution, as the register names it',
  },
  text: {
    zh: '事情经过：何时、何地、发生了什么（请勿写电话、身份证号、邮箱）',
    en: 'What happened, when and where (no telephone, ID number or e-mail here)',
  },
  person: { zh: '您的姓名（可不填）', en: 'Your name, if you like' },
  phone: { zh: '电话（可不填）', en: 'Telephone, if you like' },
  email: { zh: '电子邮箱（可不填，用于发送答复）', en: 'E-mail, if you like: the answer is sent there' },
} as const satisfies Readonly<Record<string, Label>>;
type Name = keyof typeof names;

function field(
  name: Name,
  filled: Filled,
  { required = false, maxlength }: { readonly required?: boolean; readonly maxlength: number },
): Html {
  const label = bilingual(names[name]);
  const value = filled[name] ?? '';
  return required
    ? html`<label>${label}<input name="${name}" value="${value}" maxlength="${maxlength}" required /></label>`
    : html`<label>${label}<input name="${name}" value="${value}" maxlength="${maxlength}" /></label>`;
}

function faultList(faults: readonly FieldFault[]): Html {
  const words: Readonly<Record<string, Label>> = names;
  const lines = faults.map(({ pointer, message }) => {
    const name = words[pointer.split('/').at(-1) ?? ''] ?? { zh: pointer, en: pointer };
    return html`<li>${twoLines({ zh: `${name.zh}：${message.zh}`, en: `${name.en}: ${message.en}` })}</li>`;
  });
  return html`<div class="card verdict bad" role="alert">
    <p>${twoLines({ zh: '尚未提交，请改正：', en: 'Not sent yet. Please correct:' })}</p>
    <ul>
      ${lines}
    </ul>
  </div>`;
}

/** Number and code, which are shown this once. */
export function receivedPage({ no, queryCode, receivedOn }: ReceivedComplaint): Page {
  return {
    title: { zh: '投诉已收到', en: 'Your complaint was received' },
    body: html`<div class="card verdict good" role="status">
        <p>
          ${twoLines({
            zh: '请记下编号和查询码：查询码只显示这一次，凭二者可查看答复。',
            en: 'Note the number and the code: the code is shown this once, and both let you read the answer.',
          })}
        </p>
        ${fieldList([
          [{ zh: '投诉编号', en: 'Number' }, html`<code>${no}</code>`],
          [{ zh: '查询码', en: 'Code' }, html`<code>${queryCode}</code>`],
          [{ zh: '收到日期', en: 'Received on' }, receivedOn],
        ])}
      </div>
      <p><a href="/complaints/status">${bilingual(statusTitle)}</a></p>`,
  };
}

/** Where number and code can be typed in. */
export function complaintStatusForm(filled: Filled, isUnknown = false): Page {
  const unknown = html`<div class="card verdict bad" role="alert">
    <p>
      ${twoLines({
        zh: '没有这件投诉，或查询码不对。请核对编号和查询码。',
        en: 'There is no such complaint, or its code is another. Check the number and the code.',
      })}
    </p>
  </div>`;
  return {
    title: statusTitle,
    body: html`${isUnknown ? unknown : null}
      <form class="card search" action="/complaints/status" method="post">
        <label
          >${bilingual({ zh: '投诉编号', en: 'Number' })}<input
            name="no"
            value="${filled.no ?? ''}"
            maxlength="120"
            required
        /></label>
        <label
          >${bilingual({ zh: '查询码', en: 'Code' })}<input
            name="queryCode"
            maxlength="40"
            autocomplete="off"
            required
        /></label>
        <button>${bilingual({ zh: '查询', en: 'Look it up' })}</button>
      </form>`,
  };
}

export function complaintStatusPage(status: ComplaintStatus): Page {
  const { no, institution, handling, receivedOn, dueOn, resultLabel, answer, answeredOn } = status;
  const open = { zh: '处理中', en: 'Being handled' };
  return {
    title: statusTitle,
    body: html`<div class="card">
      ${fieldList([
        [{ zh: '投诉编号', en: 'Number' }, html`<code>${no}</code>`],
        [{ zh: '机构', en: 'Institution' }, institution],
        [{ zh: '处理单位', en: 'Handled by' }, bilingual(handling.name)],
        [{ zh: '收到日期', en: 'Received on' }, receivedOn],
        [{ zh: '处理结果', en: 'Result' }, bilingual(resultLabel ?? open)],
        ...(answeredOn === null
          ? ([[{ zh: '答复期限', en: 'To be answered by' }, dueOn]] as const)
          : ([
              [{ zh: '答复日期', en: 'Answered on' }, answeredOn],
              [{ zh: '答复', en: 'The answer' }, answer ?? ''],
            ] as const)),
      ])}
    </div>`,
  };
}
