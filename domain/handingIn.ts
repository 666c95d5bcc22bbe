import type { Actor } from './actor';
import type { CaseFile } from './caseFile';
import type { Channel } from './event';
import type { Itinerary, MaterialDue, MaterialStage } from './itinerary';
import type { UnitId } from './plan';
import type { RefusalCode } from './refusal';

/**
 * The papers that an application hands in. Through the portal that is what was uploaded: a tick without a file
 * hands in nothing. At the counter the clerk ticks what was brought by hand, beside what was scanned.
 */
export function handedIn(
  channel: Channel,
  ticked: readonly string[],
  uploaded: readonly string[],
): readonly string[] {
  return channel === 'portal' ? uploaded : [...new Set([...ticked, ...uploaded])];
}

/**
 * Why an actor may not hand in this paper on a case now, or null where they may: its applicant, and the clerks of
 * the unit that accepts it, who scan what is brought to the counter. Papers of the application are taken until the
 * decision, those of a request for support until it is granted, those of the filing until the case is closed.
 */
export function whyNotHandIn(
  file: CaseFile,
  { stage }: Pick<MaterialDue, 'stage'>,
  actor: Actor,
): RefusalCode | null {
  if (file.outcome !== null) return 'caseClosed';
  return permitted(file, actor) ?? (isOver(file, stage) ? 'wrongStage' : null);
}

function isOver({ dates, support }: CaseFile, stage: MaterialStage): boolean {
  switch (stage) {
    case 'acceptance':
      return Boolean(dates.decision);
    case 'supportReview':
      return Boolean(support?.granted);
    case 'filing':
      return false;
  }
}

function permitted(file: CaseFile, { roles, organisation, unit }: Actor): RefusalCode | null {
  if (roles.includes('applicant')) return organisation === file.organisation ? null : 'notYourCase';
  if (!roles.includes('intakeClerk')) return 'roleMissing';
  return unit === acceptingUnit(file.itinerary) ? null : 'notYourUnit';
}

function acceptingUnit({ stages }: Itinerary): UnitId | null {
  const steps = stages.flatMap((stage) => stage.steps);
  return steps.find(({ step }) => step === 'accept')?.unit ?? null;
}
