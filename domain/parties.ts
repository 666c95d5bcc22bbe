import { THE_SUBDISTRICT, type ModeRule, type UnitId, type UnitRef } from './plan';
import type { Handling } from './vocabulary';

/** The units of one case, by what they do in it; `subdistrict` is resolved to the site's own. */
export interface Parties {
  readonly lead: UnitId;
  readonly consulted: readonly UnitId[];
  readonly accepts: UnitId;
  readonly reviewers: readonly UnitId[];
  readonly decides: UnitId;
  readonly supervisingAuthority: UnitId;
}

/** Who does what in a mode, for a site in this subdistrict; nobody reviews what it decides itself. */
export function partiesOf(mode: ModeRule, site: { readonly subdistrict: UnitId }): Parties {
  const resolve = (unit: UnitRef): UnitId => unitFor(unit, site);
  const decides = resolve(mode.decides.value);
  return {
    lead: resolve(mode.lead),
    consulted: once(mode.consulted.map(resolve)),
    accepts: resolve(mode.accepts.value),
    reviewers: once(mode.reviews.value.map(resolve)).filter((unit) => unit !== decides),
    decides,
    supervisingAuthority: resolve(mode.supervisingAuthority.value),
  };
}

/** The unit that a plan means for a site: `subdistrict` is its own. */
export function unitFor(unit: UnitRef, site: { readonly subdistrict: UnitId }): UnitId {
  return unit === THE_SUBDISTRICT ? site.subdistrict : unit;
}

/** Joint wherever other units review, unless the plan says otherwise (行政许可法 第四十二条). */
export function handlingOf(mode: Pick<ModeRule, 'handling'>, parties: Pick<Parties, 'reviewers'>): Handling {
  return mode.handling?.value ?? (parties.reviewers.length > 0 ? 'joint' : 'single');
}

function once(units: readonly UnitId[]): UnitId[] {
  return [...new Set(units)];
}
