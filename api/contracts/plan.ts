import { z } from 'zod';
import type * as domain from '../../domain/plan';
import { planFile } from '../../infra/plan/schema';
import { says } from './label';

/** The plan's own schema is its contract: its fields are explained in the plan file. */
export const Plan = planFile.meta({ id: 'Plan', ...says('方案', "The district's plan as data") });

export const PlanVersion: z.ZodType<domain.PlanVersion, domain.PlanVersion> = z
  .strictObject({
    id: z.string().meta(says('版本编号', 'Id of the version')),
    number: z.int().meta(says('版本序号', 'Its number')),
    effectiveFrom: z.iso.date().meta(says('施行日期', 'In force from')),
    plan: Plan,
  })
  .meta({ id: 'PlanVersion', ...says('已公布的方案版本', 'A published version of the plan') });
