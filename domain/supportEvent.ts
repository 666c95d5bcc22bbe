/** What happened to a support, as facts the engine may see: see `EventBody`. */
export type SupportEventBody =
  | {
      readonly type: 'supportSubmitted';
      readonly item: string;
      readonly on: string;
      /** What there were papers for. */
      readonly materials: readonly string[];
    }
  | { readonly type: 'supportExamined'; readonly item: string; readonly result: 'passed' | 'failed' }
  | { readonly type: 'supportOpined'; readonly item: string; readonly result: 'passed' | 'failed' }
  | {
      readonly type: 'supportDrafted';
      readonly item: string;
      readonly result: 'granted' | 'refused';
      readonly yuan: number | null;
    }
  | { readonly type: 'supportReturned'; readonly item: string }
  | {
      readonly type: 'supportDecided';
      readonly item: string;
      readonly result: 'granted' | 'refused';
      readonly yuan: number | null;
      readonly on: string;
      readonly no: string;
      readonly nextRecheck: string;
    }
  | { readonly type: 'supportPaid'; readonly item: string; readonly paidOn: string; readonly yuan: number }
  | { readonly type: 'recheckDue'; readonly on: string; readonly next: string }
  | { readonly type: 'supportRechecked'; readonly item: string; readonly result: 'passed' | 'failed' }
  | { readonly type: 'supportEndProposed'; readonly item: string; readonly letter: string }
  | { readonly type: 'supportEnded'; readonly item: string; readonly on: string; readonly no: string }
  | { readonly type: 'supportKept'; readonly item: string }
  /** Its institution has left, or the applicant wants it no longer. */
  | { readonly type: 'supportLapsed'; readonly on: string; readonly because?: 'exit' };
