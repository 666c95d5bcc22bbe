import type { Label } from '../../domain/label';

/** Somebody who applies for an organisation. The organisations are made up, and their names say so. */
interface Agent {
  readonly organisation: string;
  readonly name: Label;
}

const [nursery, association, school, company] = [
  '示例托育服务有限公司',
  '示例儿童服务中心（民办非企业单位）',
  '示例幼儿园',
  '示例制造有限公司工会',
] as const;

/** The first organisation has two agents: either may act for it, neither for another's case. */
export const agents: readonly Agent[] = [
  { organisation: nursery, name: { zh: `${nursery}（举办者1）`, en: 'Sample Nursery Ltd, applicant 1' } },
  { organisation: nursery, name: { zh: `${nursery}（举办者2）`, en: 'Sample Nursery Ltd, applicant 2' } },
  {
    organisation: association,
    name: { zh: `${association}（举办者）`, en: "Sample Children's Centre (non-profit), applicant" },
  },
  {
    organisation: school,
    name: { zh: `${school}（举办者）`, en: 'Sample Kindergarten (public institution), applicant' },
  },
  { organisation: company, name: { zh: `${company}（举办者）`, en: 'Union of Sample Works Ltd, applicant' } },
];
