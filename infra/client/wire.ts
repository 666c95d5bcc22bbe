import type { Act } from '../../domain/act';
import type { Application } from '../../domain/application';
import type { WorkItemStatus } from '../../domain/caseFile';
import type { EventType } from '../../domain/event';
import type { Result } from '../../domain/evaluation';
import type { Itinerary } from '../../domain/itinerary';
import type { Label } from '../../domain/label';
import type { PaperState } from '../../domain/paper';
import type { CheckLine, Exit } from '../../domain/supervision';
import type { SupportState } from '../../domain/support';
import type { Outcome, Stage, Step } from '../../domain/vocabulary';

/*
 * What the client reads of the API's answers: as little as it needs, so that the API may say more.
 * The API's own contracts say the rest; a client knows them from the wire only.
 */

export interface UnitName {
  readonly id: string;
  readonly name: Label;
}

export interface AllowedActView {
  readonly act: Act;
  readonly workItem: string | null;
  readonly href: string;
  /** What to send as `If-Match`. */
  readonly etag: string;
}

export interface WorkItemView {
  readonly id: string;
  readonly caseId: string;
  readonly stage: Stage;
  readonly step: Step;
  readonly unit: UnitName;
  readonly status: WorkItemStatus;
  /** What it concerns, where an act or time asked for it. */
  readonly about: string | null;
  readonly version: number;
  readonly checklist?: readonly CheckLine[];
}

/** Where a case stands: what acts are answered with. */
export interface StandingView {
  readonly caseId: string;
  readonly seq: number;
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  readonly openItems: readonly WorkItemView[];
}

export interface ActedView {
  readonly act: Act;
  /** The number of the act's event. */
  readonly seq: number;
  readonly case: StandingView;
}

export interface CaseView {
  readonly caseId: string;
  readonly seq: number;
  readonly stage: Stage;
  readonly outcome: Outcome | null;
  readonly certificateNo: string | null;
  readonly answeredFindings: readonly string[];
  readonly correction: { readonly nos: readonly number[]; readonly closed: readonly number[] } | null;
  readonly application: Pick<Application, 'facts' | 'institution'>;
  readonly itinerary: Itinerary;
  readonly supervision?: { readonly exit: Pick<Exit, 'measure'> | null } | null;
  readonly evaluation?: { readonly proposal: Pick<Result, 'rating'> | null } | null;
  readonly support?: Pick<SupportState, 'draft' | 'granted'> | null;
  readonly workItems: readonly WorkItemView[];
  /** What the reader may do now. */
  readonly allowed: readonly AllowedActView[];
}

export interface DraftView {
  readonly id: string;
  readonly version: number;
}

export interface EventView {
  readonly type: EventType;
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ChecklistView {
  readonly materials: readonly {
    readonly material: string;
    readonly due: boolean | null;
    readonly papers: readonly { readonly state: PaperState }[];
  }[];
}

export interface PushView {
  readonly status: 'waiting' | 'delivered';
  readonly attempts: number;
}

export interface RegistrationView {
  readonly caseId: string;
  readonly push: PushView | null;
}

export interface VerificationView {
  readonly no: string;
  readonly state: string;
  readonly jws: string | null;
}
