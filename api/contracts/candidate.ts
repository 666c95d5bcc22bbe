import { z } from 'zod';
import { Label, says } from './label';
import { listOf } from './text';

export const Candidate = z
  .strictObject({
    sub: z.string().meta(says('账号', 'The account, by its sub')),
    name: Label.meta(says('称谓', 'Name')),
  })
  .meta({ id: 'Candidate', ...says('可以承办的人', 'Somebody who could have a work item') });

export const Candidates = z
  .strictObject({
    workItem: z.string().meta(says('待办事项编号', 'The work item')),
    candidates: listOf(Candidate).meta(says('可以承办的人', 'Who could have it')),
  })
  .meta({ id: 'Candidates', ...says('可以承办的人', 'Who could be given a work item') });
