import { z } from 'zod';
import { matterKinds } from '../../domain/conference';
import { caseKinds } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';
import { pageOf, pageQuery } from './page';
import { date, listOf } from './text';
import { UnitName } from './unit';

const Matter = z
  .strictObject({
    kind: oneOf(matterKinds).meta(says('事由', 'Why')),
    label: Label.meta(says('事由名称', 'The same in words')),
    units: listOf(UnitName).meta(says('涉及单位', 'The units that it is about')),
    workItems: listOf(z.string()).meta(says('相关事项', 'The work items in which it shows')),
    since: date.meta(says('最近发生之日', 'The day of what came last')),
  })
  .meta({ id: 'Matter', ...says('提交联席会议的事项', 'A matter for the joint conference') });

export const ConferenceEntry = z
  .strictObject({
    caseId: z.string().meta(says('办件编号', 'Number of the case')),
    href: z.string().meta(says('办件地址', 'Address of the case')),
    kind: oneOf(caseKinds).meta(says('办件类别', 'What it is about')),
    institution: z.string().meta(says('机构名称', 'Name of the institution')),
    lead: UnitName.meta(says('牵头单位', 'The lead unit')),
    matters: listOf(Matter).meta(says('事项', 'The matters')),
    lastHeldOn: date.nullable().meta(says('上次议定之日', 'The day of the last conference on it')),
  })
  .meta({ id: 'ConferenceEntry', ...says('联席会议清单中的办件', 'A case on the list of the conference') });
export type ConferenceEntry = z.infer<typeof ConferenceEntry>;

export const ConferencePage = pageOf('ConferencePage', ConferenceEntry);

export const ConferenceFilter = z.strictObject({ ...pageQuery });
export type ConferenceFilter = z.infer<typeof ConferenceFilter>;
