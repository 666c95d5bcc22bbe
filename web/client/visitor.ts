import { me, unknownFor } from '../session';
import { answered, api } from './client';
import { asFailure } from './failure';

/** Asks who is signed in. */
export async function recogniseVisitor(): Promise<void> {
  try {
    me.value = await answered(api.GET('/api/v1/me'));
    unknownFor.value = null;
  } catch (error) {
    const failure = asFailure(error);
    unknownFor.value = failure.kind === 'signedOut' ? null : failure;
    me.value = null;
  }
}
