import { answered, api } from '../client/client';
import type { AllowedAct, CaseFile } from '../client/wire';
import type { Described } from '../form/schema';
import { said } from '../language';
import type { People } from './filling';

/** Who could be given what an act gives away: its own work item, or any that is open. @throws Failure */
export async function peopleFor(
  { workItem }: AllowedAct,
  { properties }: Described,
  file: CaseFile,
): Promise<People> {
  const to = properties?.to;
  if (!to || to.enum !== undefined) return new Map();
  const open = file.workItems.filter(({ status }) => status === 'open').map(({ id }) => id);
  const items = workItem === null ? open : [workItem];
  const found = await Promise.all(
    items.map((id) => answered(api.GET('/api/v1/work-items/{id}/candidates', { params: { path: { id } } }))),
  );
  return new Map(
    found.map((each) => [
      each.workItem,
      each.candidates.map(({ sub, name }) => ({ value: sub, name: said(name) })),
    ]),
  );
}
