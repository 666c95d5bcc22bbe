import express, { type Router } from 'express';
import { z } from 'zod';
import type { Faults } from './faults';
import { answerProblem } from './problem';

/**
 * `POST /faults { <field>: kind | null, recipient?, times? }`: the next `times` times (for good where absent) the
 * part misbehaves in that way; null lets it behave again.
 */
export function faultRoute<Kind extends string | number>(
  field: string,
  kinds: readonly Kind[],
  faults: Faults<Kind>,
): Router {
  const wanted = z.strictObject({
    [field]: z.literal(kinds).nullable(),
    recipient: z.string().optional(),
    times: z.int().positive().optional(),
  });
  return express.Router().post('/faults', express.json(), (request, response) => {
    const asked = wanted.safeParse(request.body);
    if (!asked.success) {
      const en = z.prettifyError(asked.error);
      answerProblem(response, 400, 'badFault', { zh: `故障设置有误：${en}`, en });
      return;
    }
    const { [field]: kind, recipient, times } = asked.data as Asked<Kind>;
    faults.ask(kind ? { kind, recipient, times } : null);
    response.json(asked.data);
  });
}

type Asked<Kind> = Readonly<Record<string, Kind | null>> & {
  readonly recipient?: string;
  readonly times?: number;
};
