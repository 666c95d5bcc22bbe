import { z } from 'zod';
import { Label, says } from './label';
import { instant, listOf } from './text';
import { UnitName } from './unit';

/** Somebody else who has the case open. */
export const Present = z
  .strictObject({
    unit: UnitName.nullable().meta(
      says('单位；不属于任何单位的为 null', 'Their unit; null for who belongs to none'),
    ),
    person: Label.nullable().meta(says('姓名', 'Who')),
    seenAt: instant.meta(says('最近一次报告', 'When they said so last')),
  })
  .meta({ id: 'Present', ...says('正在查看本件的人', 'Somebody who has the case open') });
export type Present = z.infer<typeof Present>;

export const Presence = z
  .strictObject({
    caseId: z.string().meta(says('办件编号', 'The case')),
    until: instant.meta(
      says('有效至；仍在查看的，请在此前再报告', 'Until when it holds: say so again before'),
    ),
    present: listOf(Present).meta(says('同时查看的其他人', 'Others who have it open')),
  })
  .meta({ id: 'Presence', ...says('正在查看', 'That somebody has a case open') });
