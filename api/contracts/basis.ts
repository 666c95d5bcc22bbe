import { z } from 'zod';
import type * as domain from '../../domain/plan';
import { procedures } from '../../domain/sideStep';
import { extensionAuthorities, limitUnits, silences, sources, startEvents } from '../../domain/vocabulary';
import { Label, oneOf, says } from './label';

export const Basis = z
  .strictObject({
    clause: z.string().meta(says('条款', 'The clause as printed')),
    source: oneOf(sources).meta(says('来源', 'Where it comes from')),
    confirmed: z
      .boolean()
      .meta(says('是否已由主管局确认；未确认不得作为依据', 'Whether the bureau has confirmed it')),
    note: z.string().exactOptional().meta(says('说明', 'A note')),
  })
  .meta({
    id: 'Basis',
    ...says('依据', 'The basis of a number or an assignment'),
  }) satisfies z.ZodType<domain.Basis>;

export const ClockRule = z
  .strictObject({
    id: z.string().meta(says('期限编号', 'Id of the clock')),
    name: Label.meta(says('期限名称', 'Name of the clock')),
    limit: z.int().meta(says('期限天数', 'How many days')),
    unit: oneOf(limitUnits).meta(says('工作日或自然日', 'Working or calendar days')),
    startsFrom: oneOf(startEvents).meta(says('起算事件', 'The event it counts from')),
    silence: oneOf(silences).meta(says('逾期后果', 'What silence does')),
    extension: z
      .strictObject({
        limit: z.int().meta(says('可延长天数', 'By how many days')),
        by: oneOf(extensionAuthorities).meta(says('批准人', 'Who may extend it')),
      })
      .exactOptional()
      .meta(says('延长', 'The extension')),
    pausedBy: z
      .array(z.enum(procedures))
      .readonly()
      .exactOptional()
      .meta(says('不计入期限的事项', 'What stops it')),
    basis: Basis,
  })
  .meta({ id: 'ClockRule', ...says('期限规则', 'One clock') }) satisfies z.ZodType<domain.ClockRule>;
