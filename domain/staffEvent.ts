import type { StaffDocuments, StaffEntry } from './staff';

/** What happened on the staff list of an institution, as facts the engine may see: see `EventBody`. */
export type StaffEventBody =
  | ({ readonly type: 'staffEntered' } & StaffEntry)
  | ({ readonly type: 'staffChanged' } & StaffEntry)
  | { readonly type: 'staffRemoved'; readonly member: string; readonly leftOn: string }
  /** Time reminds the institution of documents that are still valid. */
  | ({ readonly type: 'staffDocumentsExpiring' } & StaffDocuments)
  /** They expired without being renewed: a finding of the unit of duty. */
  | ({ readonly type: 'staffDocumentsExpired' } & StaffDocuments);
