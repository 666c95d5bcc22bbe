import { z } from 'zod';
import { Basis } from './basis';
import { Label, says } from './label';
import { CheckedCondition } from './life';
import { listOf, planKey, prose } from './text';
import { UnitName } from './unit';

export const SupportMeasures = z
  .strictObject({
    measures: listOf(
      z.strictObject({
        id: planKey.meta(says('扶持措施编号', 'Id of the measure')),
        name: Label.meta(says('扶持措施名称', 'Its name')),
        examines: UnitName.meta(says('审核单位', 'Who examines and decides')),
        paid: z.boolean().meta(says('是否由财政拨付', 'Whether the finance bureau pays')),
        recheckMonths: z.int().meta(says('每几个月复核', 'Re-checked every so many months')),
        papers: listOf(Label).meta(
          says('申请后须上传的材料', 'The papers to be uploaded once it is asked for'),
        ),
        checked: listOf(CheckedCondition).meta(says('逐项核对', 'Each condition, explained')),
        eligible: z.boolean().meta(says('是否满足全部条件', 'Whether all of them are met')),
        basis: Basis,
      }),
    ).meta(says('扶持措施', 'The measures')),
  })
  .meta({ id: 'SupportMeasures', ...says('机构可以申请的扶持', 'What an institution can be supported by') });

export const SupportRequest = z
  .strictObject({
    measure: planKey.meta(says('扶持措施编号', 'Id of the measure')),
    statement: prose(10_000).meta(says('申请理由', 'Why it is asked for')),
  })
  .meta({ id: 'SupportRequest', ...says('扶持申请', 'A request for support') });
