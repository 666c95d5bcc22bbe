import { z } from 'zod';
import type { Actor } from '../../domain/actor';
import type { Label } from '../../domain/label';
import { valuesOf } from '../../domain/label';
import type { Plan } from '../../domain/plan';
import { type Absence as Away, namingRoles, places, unitsThatName } from '../../domain/responsible';
import { appendAudit } from '../../infra/audit/log';
import type { AuditType } from '../../domain/audit';
import type { Tx } from '../../infra/db/connect';
import { peopleOf } from '../../infra/identity/accounts';
import { noteGaps } from '../../infra/responsible/gaps';
import { namePair, type NewPair as Pair, noteAbsence } from '../../infra/responsible/pairs';
import { Absence, NewPair, ResponsibleUnit, ResponsibleUnits } from '../contracts/responsible';
import { says } from '../contracts/label';
import { planKey } from '../contracts/text';
import { answer } from '../http/answer';
import { type FieldFault, Problem } from '../http/problem';
import { requestIdOf } from '../http/requestLog';
import { todayOf } from '../planning';
import { mayName, responsibleUnits, viewsOf } from '../reading/responsible';
import { officials } from '../reading/visibility';
import { route } from '../route';
import type { Services } from '../services';
import type { Request } from 'express';

const UnitId = z.object({ unit: planKey.meta(says('单位编号', 'Id of the unit')) });

/** Who does something to a unit's pair, and in which request. */
interface Doing {
  readonly unit: string;
  readonly actor: Actor;
  readonly req: Request;
}

export const responsibleRoutes = (services: Services) => [
  route({
    method: 'get',
    path: '/responsible',
    who: officials,
    summary: {
      zh: '专人负责：各单位的监管负责人和替补人，今天由谁负责，哪里有空缺',
      en: 'Who answers for supervision in each unit, who stands in, and where there is a gap',
    },
    answer: ResponsibleUnits,
    reads: async ({ caller: { actor } }) => answer({ units: await responsibleUnits(services, actor) }),
  }),

  route({
    method: 'put',
    path: '/responsible/{unit}',
    who: namingRoles,
    summary: {
      zh: '指定本单位的监管负责人和替补人',
      en: 'Name who answers for your unit’s supervision, and who stands in',
    },
    params: UnitId,
    body: NewPair,
    answer: ResponsibleUnit,
    status: 200,
    precondition: 'none',
    changes: async (tx, { params: { unit }, body, caller: { actor }, req }) => {
      const { plan } = await planOf(services, unit);
      if (!mayName(actor, unit)) throw new Problem('notYourUnit');
      const { issuer } = services.identity;
      const able = await peopleOf(tx, issuer, unit, officials);
      const errors = faultsOf(
        body,
        able.map(({ sub }) => sub),
      );
      if (errors.length > 0) throw new Problem('invalidContent', { errors });
      await namePair(tx, { issuer, unit, at: await services.ground.clock.now() }, body);
      return changed(services, tx, plan, { unit, actor, req }, 'responsibleNamed', body);
    },
  }),

  route({
    method: 'put',
    path: '/responsible/{unit}/absence',
    who: officials,
    summary: {
      zh: '填报自己不在岗的日期，其间由替补人负责',
      en: 'Say when you are away: the replacement stands in',
    },
    params: UnitId,
    body: Absence,
    answer: ResponsibleUnit,
    status: 200,
    precondition: 'none',
    changes: async (tx, { params: { unit }, body, caller: { actor }, req }) => {
      const { plan, today } = await planOf(services, unit);
      const errors = dayFaults(body, today);
      if (errors.length > 0) throw new Problem('invalidContent', { errors });
      await away(services, tx, { unit, actor }, body);
      return changed(services, tx, plan, { unit, actor, req }, 'absenceStated', body);
    },
  }),

  route({
    method: 'delete',
    path: '/responsible/{unit}/absence',
    who: officials,
    summary: { zh: '撤销自己不在岗的填报', en: 'Say that you are not away' },
    params: UnitId,
    answer: ResponsibleUnit,
    status: 200,
    precondition: 'none',
    changes: async (tx, { params: { unit }, caller: { actor }, req }) => {
      const { plan } = await planOf(services, unit);
      await away(services, tx, { unit, actor }, null);
      return changed(services, tx, plan, { unit, actor, req }, 'absenceStated', {});
    },
  }),
];

/** The plan by which a unit names its pair. @throws Problem for a unit that names none */
async function planOf(services: Services, unit: string): Promise<{ plan: Plan; today: string }> {
  const today = await todayOf(services);
  const { plan } = await services.plans.inForce(today);
  if (!unitsThatName(plan).includes(unit)) throw new Problem('unitNotFound');
  return { plan, today };
}

/** @throws Problem for who is not named by the unit */
async function away(
  { identity: { issuer } }: Services,
  tx: Tx,
  { unit, actor: { sub, ...actor } }: Omit<Doing, 'req'>,
  absence: Away | null,
): Promise<void> {
  const isNamed = actor.unit === unit && (await noteAbsence(tx, { issuer, sub, unit }, absence));
  if (!isNamed) throw new Problem('notNamed');
}

/** Notes the gaps that are now, and the change on the audit log. */
async function changed(
  services: Services,
  tx: Tx,
  plan: Plan,
  { unit, actor, req }: Doing,
  type: AuditType,
  details: Readonly<Record<string, string>>,
) {
  const now = await services.ground.clock.now();
  await noteGaps(tx, plan, now);
  const today = await todayOf(services);
  const [view] = await viewsOf(services, tx, actor, { plan, today, units: [unit] });
  if (!view) throw new RangeError(`Nothing is known of ${unit}`);
  const subject = { kind: 'unit' as const, id: unit };
  const by = { sub: actor.sub, unit: actor.unit };
  await appendAudit(tx, now, [{ type, actor: by, subject, requestId: requestIdOf(req), details }]);
  return answer(view);
}

function faultsOf(pair: Pair, able: readonly string[]): FieldFault[] {
  const notOfUnit: Label = { zh: '须是本单位在用的账号', en: 'An account of the unit, in use' };
  const same: Label = { zh: '替补人须是另一人', en: 'The replacement is somebody else' };
  const unknown = valuesOf(places)
    .filter((place) => !able.includes(pair[place]))
    .map((place) => ({ pointer: `/${place}`, code: 'notOfUnit', message: notOfUnit, expected: able }));
  if (unknown.length > 0 || pair.responsible !== pair.replacement) return unknown;
  const others = able.filter((sub) => sub !== pair.responsible);
  return [{ pointer: '/replacement', code: 'samePerson', message: same, expected: others }];
}

function dayFaults({ from, until }: Away, today: string): FieldFault[] {
  const earliest = from > today ? from : today;
  if (until >= earliest) return [];
  const message: Label = {
    zh: `末日不得早于 ${earliest}`,
    en: `The last day is not before ${earliest}`,
  };
  return [{ pointer: '/until', code: 'dateTooEarly', message, expected: [`>= ${earliest}`] }];
}
