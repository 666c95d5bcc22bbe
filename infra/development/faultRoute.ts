import express, { type Router } from 'express';
import { z } from 'zod';
import type { Faults } from './faults';
import { answerProblem } from './problem';

/** How a part is asked to misbehave: the field that says how, with its kinds, and the one that says for whom alone. */
export interface FaultWords<Kind extends string | number> {
  readonly field: string;
  readonly kinds: readonly Kind[];
  readonly aim: string;
}

/**
 * `POST /faults { <field>: kind | null, <aim>?, times? }`: the next `times` times (for good where absent) the
 * part misbehaves in that way; null lets it behave again.
 */
export function faultRoute<Kind extends string | number>(
  { field, kinds, aim }: FaultWords<Kind>,
  faults: Faults<Kind>,
): Router {
  const wanted = z.strictObject({
    [field]: z.literal(kinds).nullable(),
    [aim]: z.string().optional(),
    times: z.int().positive().optional(),
  });
  return express.Router().post('/faults', express.json(), (request, response) => {
    const asked = wanted.safeParse(request.body);
    if (!asked.success) {
      const en = z.prettifyError(asked.error);
      answerProblem(response, 400, 'badFault', { zh: `故障设置有误：${en}`, en });
      return;
    }
    const { [field]: kind, [aim]: only, times } = asked.data as Asked<Kind>;
    faults.ask(kind ? { kind: kind as Kind, only: only as string | undefined, times } : null);
    response.json(asked.data);
  });
}

type Asked<Kind> = Readonly<Record<string, Kind | string | null | undefined>> & {
  readonly times?: number;
};
