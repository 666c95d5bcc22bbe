import type { CaseFile } from '../../domain/caseFile';
import { answererOf } from '../world/people';
import type { World } from '../world/world';

/** An hour before or after the end of the day on which acceptance is due. */
export async function aroundTheLimit(world: World, caseId: string, hours: number): Promise<string> {
  const file = await world.caseFile(caseId);
  const due = file.items[`${caseId}.1.accept`]?.deadline.dueAt ?? '';
  return new Date(Date.parse(due) + hours * 3_600_000).toISOString();
}

export async function accept(world: World, caseId: string): Promise<CaseFile> {
  const item = (await world.caseFile(caseId)).items[`${caseId}.1.accept`];
  if (!item) throw new Error('acceptance is open from the submission on');
  return world.act(caseId, item.id, { act: 'accept' }, answererOf(item, 'accept'));
}
