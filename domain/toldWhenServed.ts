import type { LetterKind } from './vocabulary';

/**
 * Whether what a letter tells is known to nobody outside until it is served, since until then it may be amended: its
 * event and all that follows in its case wait for that. The others are steps on the way, and amending one is told.
 */
export const waitsForService = {
  accepted: false,
  notAccepted: true,
  correction: false,
  procedure: false,
  hearingOffered: false,
  hearingNotice: false,
  extension: false,
  granted: true,
  refused: true,
  endorsementDeclined: true,
  registrationDeclined: true,
  nonConforming: true,
  rectification: false,
  exitProposed: false,
  exitDecided: true,
  suspensionProposed: false,
  suspensionDecided: false,
  suspensionLifted: false,
  ratingProposed: false,
  rated: true,
  named: true,
  lossProposed: false,
  nameLost: true,
  supportGranted: true,
  supportRefused: true,
  supportEndProposed: false,
  supportEnded: true,
} as const satisfies Readonly<Record<LetterKind, boolean>>;

/** The kinds of letters whose service an event waits for. */
export const waitedForKinds = (Object.keys(waitsForService) as LetterKind[]).filter(
  (kind) => waitsForService[kind],
);
