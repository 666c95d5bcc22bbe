import { provide, shallowRef } from 'vue';
import { answered, api } from '../client/client';
import { type Choice, choosing } from '../form/choices';
import { said } from '../language';

/** Lets a form ask for a subdistrict by name. @returns what loads them; it throws a Failure */
export function useSubdistricts(): () => Promise<void> {
  const subdistricts = shallowRef<readonly Choice[]>([]);
  provide(choosing, (field) => (field === 'subdistrict' ? subdistricts.value : null));
  return async () => {
    const { plan } = await answered(api.GET('/api/v1/plan'));
    subdistricts.value = plan.units
      .filter(({ kind }) => kind === 'subdistrict')
      .map(({ id, name }) => ({ value: id, name: said(name) }));
  };
}
