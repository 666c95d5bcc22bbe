import type { Label } from '../../domain/label';

/** Somebody who applies for an organisation. */
interface Agent {
  readonly organisation: string;
  readonly name: Label;
}

const nursery: Label = { zh: '示例托育服务有限公司', en: 'Sample Nursery Ltd' };

/** The organisations that apply. They are made up, and their names say so. */
export const organisations: readonly Label[] = [
  nursery,
  { zh: '示例儿童服务中心（民办非企业单位）', en: "Sample Children's Centre (non-profit)" },
  { zh: '示例幼儿园', en: 'Sample Kindergarten (public institution)' },
  { zh: '示例制造有限公司工会', en: 'Union of Sample Works Ltd' },
];

/** The first organisation has two agents: either may act for it, neither for another's case. */
export const agents: readonly Agent[] = organisations.flatMap((organisation) =>
  organisation === nursery
    ? [agentOf(organisation, ' 1'), agentOf(organisation, ' 2')]
    : [agentOf(organisation, '')],
);

function agentOf({ zh, en }: Label, number: string): Agent {
  return {
    organisation: zh,
    name: { zh: `${zh}（举办者${number.trim()}）`, en: `${en}, applicant${number}` },
  };
}
