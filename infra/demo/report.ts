import { serviceModes } from '../../domain/vocabulary';
import { textTable } from '../commands/textTable';
import type { Demonstration, SiteResult } from './demonstration';
import type { SiteOutcome } from './outcome';

const heading = [
  '序号 No.',
  '示范点 Site',
  '服务模式 Mode',
  '牵头 Lead',
  '负责单位 Responsible',
  '配合 Consulted',
  '登记机关 Registrar',
  '审查发现 Findings',
  '证书 Certificate',
];

/** A table of what became of the sites, and a line that sums it up. */
export function reportOf({ results }: Demonstration): string {
  const certified = results.filter(isCertified).length;
  return [
    ...textTable([heading, ...results.map(rowOf)]),
    '',
    ...results
      .filter(({ fault }) => fault !== null)
      .map(({ site, fault }) => `✗ ${site.no} ${site.name}: ${fault}`),
    `${results.length} 个示范点，${certified} 个已发证并通过核验。 ` +
      `${certified} of ${results.length} sites are certified, and their certificates verify.`,
  ].join('\n');
}

/** The one object that programs read. */
export function jsonOf({ results }: Demonstration): {
  readonly sites: readonly (SiteOutcome | FailedSite)[];
} {
  return { sites: results.map((result) => result.outcome ?? failed(result)) };
}

interface FailedSite {
  readonly no: number;
  readonly name: string;
  readonly error: string;
}

/** Whether a site reached its certificate, and the certificate holds. */
export function isCertified({ outcome, fault }: SiteResult): boolean {
  return outcome !== null && outcome.certificateNo !== null && fault === null;
}

function failed({ site: { no, name }, fault }: SiteResult): FailedSite {
  return { no, name, error: fault ?? '' };
}

function rowOf({ site, outcome, fault }: SiteResult): string[] {
  if (!outcome) return [String(site.no), site.name, serviceModes[site.mode].zh, `✗ ${fault.split('\n')[0]}`];
  return [
    String(outcome.no),
    outcome.name,
    serviceModes[outcome.mode].zh,
    outcome.lead,
    outcome.responsibleUnit,
    outcome.consulted.join('、'),
    outcome.registrar ?? '—',
    String(outcome.findings.length || '—'),
    outcome.certificateNo ?? '—',
  ];
}
