import type { UnitRef } from '../../domain/plan';
import { type Fault, fault, type PathKey } from './problem';

/** A unit that is named must be one that is known there. */
export function unknownUnit(path: readonly PathKey[], unit: UnitRef, known: readonly string[]): Fault[] {
  return known.includes(unit) ? [] : [fault('unknownReference', path, { found: unit, allowed: known })];
}
