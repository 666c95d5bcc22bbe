import type { ApplicationFacts } from '../../domain/application';
import { type House, openHouse } from '../api/house';
import { administrator } from '../world/people';
import { apply } from '../api/way';
import { createWorld, type World } from '../world/world';
import { type Journey, journeyOf } from './journey';

export type Town = Awaited<ReturnType<typeof openTown>>;

/**
 * The API as in production in a world where workflows conduct, on skipped time.
 * @param graceSeconds for how long letters are held back
 */
export async function openTown(graceSeconds = 0) {
  const world: World = await createWorld({ graceSeconds });
  const house: House = await openHouse({ on: world });
  await house.knowAs(administrator(2));
  return {
    world,
    house,
    /** A case that was applied for in the portal. */
    async apply(facts: Partial<ApplicationFacts>): Promise<Journey> {
      return journeyOf({ world, house }, await apply(house, facts));
    },
    async close(): Promise<void> {
      await house.close();
      await world.close();
    },
  };
}
