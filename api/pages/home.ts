import type { Label } from '../../domain/label';
import { roles } from '../../domain/vocabulary';
import type { Account } from '../../infra/identity/accounts';
import type { CaseSummary } from '../contracts/case';
import type { UnitName } from '../contracts/unit';
import type { WorklistEntry } from '../contracts/workItem';
import { overseers } from '../reading/visibility';
import { complaintScreens } from './complaintRoutes';
import { html, type Html } from '../../infra/html';
import { bilingual, fieldList, type Page, table, twoLines } from './page';

const title = { zh: '托育机构一站式审批', en: 'One-stop approval of childcare institutions' };

const introduction: Label = {
  zh: '面向3岁以下婴幼儿照护服务机构：一次申报，由系统确定由谁办理、何时办结，依次完成受理、联审、审批、登记、推送、备案和发证。',
  en: 'For care services for children under three: apply once. The system works out who must act and by when, through acceptance, joint review, decision, registration, push, filing and certificate.',
};

/** Where anybody may go: address, name, what is there. */
const open: readonly (readonly [string, Label, Label])[] = [
  [
    '/register',
    { zh: '机构名录', en: 'Register' },
    { zh: '查询已发证的托育机构。', en: 'Look up the institutions that hold a certificate.' },
  ],
  [
    '/verify',
    { zh: '证书核验', en: 'Verify' },
    {
      zh: '输入编号或扫描证书上的二维码。',
      en: 'Type the number, or scan the QR code of a certificate.',
    },
  ],
  [
    complaintScreens.complain,
    { zh: '投诉', en: 'Complain' },
    {
      zh: '投诉名录中的机构，或凭编号和查询码查看答复；无须登录。',
      en: 'Complain of an institution on the register, or read the answer by number and code; without signing in.',
    },
  ],
  [
    '/docs',
    { zh: '接口文档', en: 'API' },
    { zh: '程序可以做人能做的一切。', en: 'Programs can do all that people can.' },
  ],
];

/** What a visitor sees. */
export const visitorPage: Page = {
  title,
  body: html`<div class="card">
      <p>${twoLines(introduction)}</p>
      <p><a class="button" href="/auth/login">${bilingual({ zh: '登录', en: 'Sign in' })}</a></p>
    </div>
    <div class="cards">
      ${open.map(
        ([href, name, what]) =>
          html`<section class="card">
            <h2><a href="${href}">${bilingual(name)}</a></h2>
            <p>${twoLines(what)}</p>
          </section>`,
      )}
    </div>`,
};

export interface HomeContent {
  readonly account: Account;
  readonly unit: UnitName | null;
  readonly csrfToken: string;
  readonly items: readonly WorklistEntry[];
  readonly cases: readonly CaseSummary[];
}

/** Who is signed in, what waits for them, and an applicant's cases. */
export function homePage({ account, unit, csrfToken, items, cases }: HomeContent): Page {
  return {
    title,
    body: html`<section class="card">
        ${fieldList([
          [{ zh: '当前登录', en: 'Signed in' }, bilingual(account.name)],
          ...belongsTo(account, unit),
          [
            { zh: '岗位', en: 'Roles' },
            html`${account.roles.map((role) => html`${bilingual(roles[role])} `)}`,
          ],
        ])}
        ${signOutForm(csrfToken)}
      </section>
      ${account.roles.some((role) => overseers.includes(role)) ? stuckCasesLink : null}
      ${items.length === 0 ? nothingToDo : itemTable(items)} ${cases.length === 0 ? null : caseTable(cases)}`,
  };
}

/** An official's unit, an applicant's organisation; an administrator has neither. */
function belongsTo({ organisation }: Account, unit: UnitName | null): (readonly [Label, Html | string])[] {
  if (unit) return [[{ zh: '单位', en: 'Unit' }, bilingual(unit.name)]];
  return organisation === null ? [] : [[{ zh: '举办者', en: 'Organisation' }, organisation]];
}

/** Signed in at the issuer, unknown here: what to tell the administrator, and the way out. */
export function strangerPage(issuer: string, sub: string, csrfToken: string): Page {
  return {
    title: { zh: '账号尚未登记', en: 'The account is not registered here' },
    body: html`<section class="card verdict bad">
      <p>
        ${twoLines({
          zh: '您已登录，但本系统没有您的账号。请将下列内容告知系统管理员。',
          en: 'You are signed in, but unknown here. Give the following to an administrator.',
        })}
      </p>
      ${fieldList([
        [{ zh: '认证服务', en: 'Issuer' }, issuer],
        [{ zh: '登录标识', en: 'Subject' }, sub],
      ])}
      ${signOutForm(csrfToken)}
    </section>`,
  };
}

function signOutForm(csrfToken: string): Html {
  return html`<form action="/auth/logout" method="post">
    <input type="hidden" name="_csrf" value="${csrfToken}" />
    <button class="plain">${bilingual({ zh: '退出登录', en: 'Sign out' })}</button>
  </form>`;
}

const stuckCasesLink = html`<p class="card">
  <a href="/stuck-cases">${bilingual({ zh: '卡住的办件', en: 'Stuck cases' })}</a>
</p>`;

const nothingToDo = html`<p class="card">
  ${twoLines({ zh: '现在没有待办事项。', en: 'Nothing waits for you now.' })}
</p>`;

function itemTable(items: readonly WorklistEntry[]): Html {
  const headings = [
    { zh: '届满日', en: 'Due' },
    { zh: '环节', en: 'Step' },
    { zh: '机构', en: 'Institution' },
    { zh: '办件', en: 'Case' },
  ];
  const rows = items.map((item) => [
    item.overdue
      ? html`<span class="overdue">${item.deadline.due} 逾期 <span lang="en">overdue</span></span>`
      : item.deadline.due,
    bilingual(item.stepLabel),
    item.institution,
    html`<code>${item.caseId}</code>`,
  ]);
  return table(
    { zh: '待办事项（最急的 20 项）', en: 'What waits for you, the 20 most urgent' },
    headings,
    rows,
  );
}

function caseTable(cases: readonly CaseSummary[]): Html {
  const headings = [
    { zh: '办件', en: 'Case' },
    { zh: '机构', en: 'Institution' },
    { zh: '所处阶段', en: 'Stage' },
    { zh: '收到申请', en: 'Received' },
  ];
  const rows = cases.map((each) => [
    html`<code>${each.caseId}</code>`,
    each.institution,
    bilingual(each.outcomeLabel ?? each.stageLabel),
    each.receivedOn,
  ]);
  return table({ zh: '我的办件', en: 'My cases' }, headings, rows);
}
