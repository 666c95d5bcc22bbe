import { expired, me, unknownFor } from '../session';
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

/** Notices where whoever's session has ended comes back from signing in again in another tab: what they wrote stays. */
export function awaitReturn(): void {
  window.addEventListener('focus', () => {
    if (expired.value) void comeBack();
  });
}

/** Where it is somebody else by now, the page is theirs from its beginning. */
async function comeBack(): Promise<void> {
  const again = await answered(api.GET('/api/v1/me')).catch(() => null);
  if (!again) return;
  if (again.sub !== me.value?.sub) {
    location.reload();
    return;
  }
  me.value = again;
  expired.value = false;
}
