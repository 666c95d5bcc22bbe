import { computed, onScopeDispose, shallowRef } from 'vue';
import { answered, api } from '../client/client';
import type { Facts, Itinerary } from '../client/wire';
import type { Choice } from '../form/choices';
import { schemaNamed } from '../form/schema';
import { filled } from '../form/shape';
import { said } from '../language';
import { me } from '../session';

const AFTER_MS = 800;

/** What the plan makes of an application while it is written: its papers, and the unit that accepts it. */
export function useForeseen(facts: () => unknown) {
  const itinerary = shallowRef<Itinerary | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onScopeDispose(() => clearTimeout(timer));

  /** Facts that are not complete yet foresee nothing, and that is no failure. */
  async function read(): Promise<void> {
    const given = filled(facts(), schemaNamed('ApplicationFacts')) as Facts;
    itinerary.value = await answered(api.POST('/api/v1/itineraries', { body: { facts: given } })).catch(
      () => itinerary.value,
    );
  }
  const accepting = computed(() =>
    itinerary.value?.stages.flatMap(({ steps }) => steps).find(({ step }) => step === 'accept'),
  );
  return {
    byHand: computed((): readonly Choice[] =>
      (itinerary.value?.materials ?? [])
        .filter(({ stage }) => stage === 'acceptance')
        .map(({ id, name }) => ({ value: id, name: said(name) })),
    ),
    /** The unit whose clerks would have to enter it, where that is another one. */
    acceptedElsewhere: computed(() =>
      accepting.value && accepting.value.unit !== me.value?.unit?.id ? said(accepting.value.unitName) : null,
    ),
    ask(): void {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), AFTER_MS);
    },
  };
}
