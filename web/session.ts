import { computed, ref, shallowRef } from 'vue';
import type { Failure } from './client/failure';
import type { Me } from './client/wire';

/** Who is signed in: undefined while that is not known yet, null for nobody. */
export const me = shallowRef<Me | null | undefined>(undefined);

/** Somebody was signed in, and the server does not know the session any more. */
export const expired = ref(false);

/** Why nobody knows who is signed in, where it is not that nobody is. */
export const unknownFor = shallowRef<Failure | null>(null);

export const roles = computed<readonly string[]>(() => me.value?.roles.map(({ role }) => role) ?? []);
export const isApplicant = computed(() => roles.value.includes('applicant'));
export const isAdministrator = computed(() => roles.value.includes('administrator'));
export const isCoordinator = computed(() => roles.value.includes('coordinator'));
export const isInspector = computed(() => roles.value.includes('reviewer'));
export const isClerk = computed(() => roles.value.includes('intakeClerk'));
export const isFilingOfficer = computed(() => roles.value.includes('filingOfficer'));
export const isOfficial = computed(() => (me.value?.unit ?? null) !== null);
/** The leading group's office and the administrators, who watch over every case. */
export const overseesAll = computed(() => isAdministrator.value || isCoordinator.value);

export function csrfToken(): string | null {
  return me.value?.csrfToken ?? null;
}

export function sessionEnded(): void {
  if (me.value) expired.value = true;
}

/** Where signing in begins, to come back to a screen. */
export function signInAddress(path: string): string {
  return `/auth/login?returnTo=${encodeURIComponent(`/portal${path}`)}`;
}
