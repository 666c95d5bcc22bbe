import type { Label } from '../../../domain/label';
import type { Plan, UnitKind } from '../../../domain/plan';
import { roles } from '../../../domain/vocabulary';
import type { Account } from '../accounts';
import { organisations } from '../applicants';
import { html, type Html } from '../../html';
import { bilingual, page } from '../pages/page';

/** A row of the page: a unit or an organisation, and who can sign in for it. */
interface Group {
  readonly id: string;
  readonly name: Label;
  readonly accounts: readonly Account[];
}

interface Section {
  readonly id: string;
  readonly name: Label;
  readonly groups: readonly Group[];
}

const unitKinds: Readonly<Record<UnitKind, Label>> = {
  department: { zh: '部门', en: 'Departments' },
  subdistrict: { zh: '街道', en: 'Subdistricts' },
  government: { zh: '区政府', en: 'District government' },
};

export interface LoginPage {
  readonly units: Plan['units'];
  readonly accounts: readonly Account[];
  /** Where the form goes: the interaction's own address. */
  readonly action: string;
  /** Shown where the account that was sent does not exist. */
  readonly problem?: Label;
}

/** One button per account, grouped by unit: no password, since this provider is for development only. */
export function loginPage({ units, accounts, action, problem }: LoginPage): string {
  const sections = sectionsOf(units, accounts);
  return page({
    title: { zh: '选择账号登录', en: 'Choose who to sign in as' },
    body: html`${problem ? html`<p class="problem" role="alert">${bilingual(problem)}</p>` : ''}
      <nav aria-label="账号分组 Groups of accounts">
        <ul>
          ${sections.map(({ id, name }) => html`<li><a href="#${id}">${bilingual(name)}</a></li>`)}
        </ul>
      </nav>
      <form method="post" action="${action}">${sections.map(section)}</form>`,
  });
}

function section({ id, name, groups }: Section): Html {
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${bilingual(name)}</h2>
    ${groups.length > 4 ? shortcuts(name, groups) : ''}
    ${groups.map(
      (group) =>
        html`<fieldset id="${group.id}">
          <legend>${bilingual(group.name)}</legend>
          <div class="accounts">${group.accounts.map(button)}</div>
        </fieldset>`,
    )}
  </section>`;
}

function shortcuts(section: Label, groups: readonly Group[]): Html {
  return html`<nav aria-label="${section.zh} ${section.en}">
    <ul>
      ${groups.map(({ id, name }) => html`<li><a href="#${id}">${name.zh}</a></li>`)}
    </ul>
  </nav>`;
}

function button({ sub, name, roles: held }: Account): Html {
  const [zh, en] = [
    held.map((role) => roles[role].zh).join('兼'),
    held.map((role) => roles[role].en).join(', '),
  ];
  return html`<button name="account" value="${sub}" title="${name.zh} ${name.en}">
    <span>${zh}</span> <span class="en" lang="en">${en}</span> <code>${sub}</code>
  </button>`;
}

function sectionsOf(units: Plan['units'], accounts: readonly Account[]): Section[] {
  const outside = accounts.filter(({ unit }) => unit === null);
  const applicants = outside.filter(({ organisation }) => organisation !== undefined);
  const others = outside.filter(({ organisation }) => organisation === undefined);
  return [
    {
      id: 'applicants',
      name: { zh: '举办者', en: 'Applicants' },
      groups: organisations.map((name, index) => ({
        id: `organisation-${index + 1}`,
        name,
        accounts: applicants.filter(({ organisation }) => organisation === name.zh),
      })),
    },
    ...(['department', 'subdistrict', 'government'] as const).map((kind) => ({
      id: kind,
      name: unitKinds[kind],
      groups: units
        .filter((unit) => unit.kind === kind)
        .map(({ id, name }) => ({
          id: `unit-${id}`,
          name,
          accounts: accounts.filter(({ unit }) => unit === id),
        })),
    })),
    {
      id: 'system',
      name: { zh: '系统', en: 'System' },
      groups: [{ id: 'administration', name: { zh: '系统管理', en: 'Administration' }, accounts: others }],
    },
  ];
}
