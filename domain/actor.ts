import type { UnitId } from './plan';
import type { Role } from './vocabulary';

/** Who acts: `sub` is the sign-in's opaque id; four eyes compares it. */
export interface Actor {
  readonly sub: string;
  readonly unit: UnitId | null;
  readonly organisation: string | null;
  readonly roles: readonly Role[];
}

/** Anybody who complains: nobody is told who, the record included. */
export const publicActor: Actor = { sub: 'public', unit: null, organisation: null, roles: [] };

/** The engine itself: records silences, opens stages, confirms a push. */
export const systemActor: Actor = { sub: 'system', unit: null, organisation: null, roles: ['system'] };
