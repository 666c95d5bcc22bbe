import { valuesOf } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { serviceModes } from '../../domain/vocabulary';
import type { RegisterEntry, RegisterFilter } from '../contracts/registerEntry';
import type { PublishedDecision, PublishedNonConformity } from '../contracts/publication';
import { html, type Html } from '../../infra/html';
import { complainingOf } from './complaintRoutes';
import { bilingual, type Page, table, twoLines } from './page';
import { decisions, nonConformities } from './publications';

interface Found {
  readonly entries: readonly RegisterEntry[];
  readonly next: string | null;
}

/** What is public besides the certificates: the newest of each. */
interface Published {
  readonly decisions: readonly PublishedDecision[];
  readonly nonConformities: readonly PublishedNonConformity[];
}

/** The public register as a page: a search that works without scripts. */
export function registerPage(plan: Plan, filter: RegisterFilter, found: Found, published: Published): Page {
  return {
    title: { zh: '托育机构公开名录', en: 'Public register of childcare institutions' },
    body: html`${searchForm(plan, filter)} ${found.entries.length === 0 ? nothing : entries(found.entries)}
    ${found.next === null ? null : nextLink(filter, found.next)} ${decisions(published.decisions)}
    ${all('/register/decisions')} ${nonConformities(published.nonConformities)}
    ${all('/register/non-conformities')}`,
  };
}

function all(address: string): Html {
  return html`<p><a href="${address}">${bilingual({ zh: '全部', en: 'All of them' })}</a></p>`;
}

const nothing = html`<p class="card">
  ${twoLines({ zh: '没有符合条件的机构。', en: 'No institution matches.' })}
</p>`;

function searchForm(plan: Plan, filter: RegisterFilter): Html {
  const subdistricts = plan.units
    .filter(({ kind }) => kind === 'subdistrict')
    .map(({ id, name }) => option(id, `${name.zh} ${name.en}`, filter.subdistrict));
  const modes = valuesOf(serviceModes).map((mode) =>
    option(mode, `${serviceModes[mode].zh} ${serviceModes[mode].en}`, filter.mode),
  );
  const any = html`<option value="">不限 Any</option>`;
  return html`<form class="card search" action="/register" method="get" role="search">
    <label
      >${bilingual({ zh: '机构名称', en: 'Name' })}<input
        name="name"
        value="${filter.name ?? ''}"
        maxlength="100"
    /></label>
    <label
      >${bilingual({ zh: '街道', en: 'Subdistrict' })}<select name="subdistrict">
        ${any}${subdistricts}
      </select></label
    >
    <label
      >${bilingual({ zh: '服务模式', en: 'Service mode' })}<select name="mode">
        ${any}${modes}
      </select></label
    >
    <button>${bilingual({ zh: '查询', en: 'Search' })}</button>
  </form>`;
}

function option(value: string, text: string, chosen: string | undefined): Html {
  return value === chosen
    ? html`<option value="${value}" selected>${text}</option>`
    : html`<option value="${value}">${text}</option>`;
}

function entries(list: readonly RegisterEntry[]): Html {
  const headings = [
    { zh: '机构', en: 'Institution' },
    { zh: '服务模式', en: 'Service mode' },
    { zh: '性质', en: 'Ownership' },
    { zh: '街道', en: 'Subdistrict' },
    { zh: '托位', en: 'Places' },
    { zh: '证书', en: 'Certificate' },
  ];
  const rows = list.map((entry) => [
    html`${entry.institution}<br /><span class="quiet">${entry.address}</span>`,
    bilingual(entry.serviceModeLabel),
    bilingual(entry.ownershipLabel),
    bilingual(entry.subdistrict.name),
    entry.places === 0 ? bilingual({ zh: '不设托位', en: 'No places' }) : String(entry.places),
    html`<a class="number" href="/verify/${encodeURIComponent(entry.certificateNo)}">${entry.certificateNo}</a
      ><br />${issued(entry)}${term(entry)}${suspended(entry)}<br />${entry.exitedOn === null ? complain(entry) : exited(entry.exitedOn)}`,
  ]);
  return table({ zh: '已发证和已纳管的机构', en: 'Institutions certified or taken over' }, headings, rows);
}

function issued({ takenOver, issuedOn: on }: RegisterEntry): Html {
  return takenOver ? bilingual({ zh: `${on} 备案，已纳管`, en: `filed ${on}, taken over` }) : html`${on}`;
}

function term({ validUntil, expired }: RegisterEntry): Html | null {
  if (validUntil === null) return null;
  return expired
    ? html`<br /><strong
          >${bilingual({ zh: `已于 ${validUntil} 届满`, en: `expired on ${validUntil}` })}</strong
        >`
    : html`<br />${bilingual({ zh: `有效期至 ${validUntil}`, en: `valid until ${validUntil}` })}`;
}

function suspended({ suspendedOn: on }: RegisterEntry): Html | null {
  return on === null
    ? null
    : html`<br /><strong>${bilingual({ zh: `自 ${on} 起暂停服务`, en: `suspended from ${on}` })}</strong>`;
}

function complain({ certificateNo, institution }: RegisterEntry): Html {
  return html`<a href="${complainingOf(certificateNo)}" aria-label="投诉 Complain ${institution}"
    >${bilingual({ zh: '投诉', en: 'Complain' })}</a
  >`;
}

function exited(on: string): Html {
  return html`${bilingual({ zh: `已于 ${on} 退出`, en: `left on ${on}` })}`;
}

function nextLink({ name, subdistrict, mode }: RegisterFilter, next: string): Html {
  const query = new URLSearchParams({
    name: name ?? '',
    subdistrict: subdistrict ?? '',
    mode: mode ?? '',
    cursor: next,
  });
  return html`<p>
    <a class="button" href="/register?${query.toString()}" rel="next"
      >${bilingual({ zh: '下一页', en: 'Next page' })}</a
    >
  </p>`;
}
