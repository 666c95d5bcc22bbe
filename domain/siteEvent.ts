import type { ProcedureResult } from './event';

/** What happened to a demonstration site (示范点), as facts the engine may see: see `EventBody`. */
export type SiteEventBody =
  /** `reachedOn` is null for a report on the way. */
  | {
      readonly type: 'milestoneReported';
      readonly item: string;
      readonly milestone: string;
      readonly reachedOn: string | null;
    }
  | { readonly type: 'rescheduled'; readonly completion: string; readonly on: string }
  /** The site's institution is the one that applied in this case; its applicant takes part from here on. */
  | {
      readonly type: 'licenceLinked';
      readonly licence: string;
      readonly organisation: string;
      /** The change by which it is known, where it had changed already. */
      readonly application?: string;
    }
  | {
      readonly type: 'siteExamined';
      readonly item: string;
      readonly result: ProcedureResult;
      readonly visitedOn: string;
    }
  | { readonly type: 'siteAccepted'; readonly item: string; readonly visitedOn: string }
  /** It did not pass: these milestones are to be reached anew by another day. */
  | {
      readonly type: 'siteReturned';
      readonly item: string;
      readonly visitedOn: string;
      readonly milestones: readonly string[];
      readonly completion: string;
      readonly on: string;
    }
  | { readonly type: 'nameProposed'; readonly item: string }
  | { readonly type: 'nameReturned'; readonly item: string }
  | { readonly type: 'nameDeclined'; readonly item: string }
  | { readonly type: 'named'; readonly item: string; readonly on: string; readonly no: string }
  | { readonly type: 'lossRaised' }
  | { readonly type: 'lossProposed'; readonly item: string; readonly letter: string }
  | { readonly type: 'lossDeclined'; readonly item: string }
  | { readonly type: 'nameLost'; readonly item: string; readonly on: string; readonly no: string }
  /** Its institution has left: nothing bears the name any more. */
  | { readonly type: 'nameLapsed'; readonly on: string };
