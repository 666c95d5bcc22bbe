import { z } from 'zod';
import { Label, says } from './label';

const labels = z.record(z.string(), Label);

export const Vocabulary = z
  .strictObject({
    acts: labels.meta(says('操作', 'Acts')),
    caseDates: labels.meta(says('办件的日期', 'Dates of a case')),
    caseKinds: labels.meta(says('办件类别', 'What a case is about')),
    changes: labels.meta(says('变更事项', 'What of an institution may change')),
    choices: labels.meta(says('操作中各项的取值', 'What fields of acts may say')),
    classKinds: labels.meta(says('班型', 'Kinds of class')),
    eventTypes: labels.meta(says('事件', 'Events')),
    follows: labels.meta(says('各项操作之后会怎样', 'What follows from an act')),
    fileFaults: labels.meta(says('文件不予收取的原因', 'Why a file is not taken')),
    handlings: labels.meta(says('办理方式', 'Handling')),
    limitUnits: labels.meta(says('期限单位', 'Units of limits')),
    outcomes: labels.meta(says('办理结果', 'Outcomes')),
    ownerships: labels.meta(says('机构性质', 'Ownership')),
    paperStates: labels.meta(says('文件查毒状态', 'Where a paper stands with the scanner')),
    problems: labels.meta(says('错误', 'Problems')),
    registrationKinds: labels.meta(says('登记类型', 'Kinds of registration')),
    roles: labels.meta(says('岗位', 'Roles')),
    services: labels.meta(says('送达方式', 'Ways of service')),
    serviceForms: labels.meta(says('服务形式', 'Service forms')),
    serviceModes: labels.meta(says('服务模式', 'Service modes')),
    silences: labels.meta(says('逾期后果', 'Effects of silence')),
    sources: labels.meta(says('来源', 'Sources')),
    stages: labels.meta(says('阶段', 'Stages')),
    startEvents: labels.meta(says('起算事件', 'Start events')),
    steps: labels.meta(says('环节', 'Steps')),
  })
  .meta({ id: 'Vocabulary', ...says('词汇表', 'Every value of every vocabulary with its labels') });
export type Vocabulary = z.infer<typeof Vocabulary>;
