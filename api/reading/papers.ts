import { APPLICANT } from '../../domain/itinerary';
import { paperStates } from '../../domain/paper';
import type { Plan } from '../../domain/plan';
import { allowedFormats } from '../../infra/papers/inspection';
import { paperLimits } from '../../infra/papers/limits';
import type { PaperRow } from '../../infra/papers/papers';
import type { Checklist, MaterialPapers, Paper } from '../contracts/paper';
import { API } from '../paths';
import { unitName } from './workItems';

export function paperView(row: PaperRow, plan: Plan): Paper {
  return {
    id: row.id,
    href: paperAddress(row.id),
    material: row.material,
    version: row.version,
    replacedBy: row.replaced_by,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    uploadedBy: unitName(plan, row.uploaded_unit ?? APPLICANT),
    uploadedAt: row.uploaded_at.toISOString(),
    ...scanView(row),
  };
}

/** What the scanner says of a paper, and so whether it may be downloaded. */
export function scanView({
  id,
  state,
  finding,
}: PaperRow): Pick<Paper, 'state' | 'stateLabel' | 'finding' | 'content'> {
  const content = state === 'clean' ? `${paperAddress(id)}/content` : null;
  return { state, stateLabel: paperStates[state], finding, content };
}

/**
 * The version that its ETag names. A paper changes once, when it is replaced; what the scanner says of it is no
 * change of anybody's.
 */
export function versionSeen({ version, replaced_by }: PaperRow): number {
  return replaced_by === null ? version : version + 1;
}

export function paperAddress(id: string): string {
  return `${API}/papers/${id}`;
}

/** A material as the list is made from it. */
export interface ListedMaterial extends Pick<MaterialPapers, 'name' | 'stage' | 'basis' | 'due' | 'open'> {
  readonly id: string;
  /** Whether it was handed in without an upload. */
  readonly byHand: boolean;
}

/** A checklist with the papers that were uploaded for it; replaced ones stand under what replaced them. */
export function checklistView(
  materials: readonly ListedMaterial[],
  rows: readonly PaperRow[],
  plan: Plan,
): Checklist {
  return {
    materials: materials.map(({ id, byHand, ...material }) => {
      const own = rows.filter((row) => row.material === id);
      const current = own.filter((row) => row.replaced_by === null);
      const uploaded = current.some((row) => row.state !== 'infected');
      return {
        material: id,
        ...material,
        handedIn: uploaded ? 'uploaded' : byHand && own.length === 0 ? 'byHand' : 'no',
        papers: current.map((row) => ({
          ...paperView(row, plan),
          earlier: before(row, own).map((each) => paperView(each, plan)),
        })),
      };
    }),
    takes: {
      formats: allowedFormats,
      fileBytes: paperLimits.fileBytes,
      filesAtOnce: paperLimits.filesAtOnce,
    },
  };
}

function before(row: PaperRow, rows: readonly PaperRow[]): PaperRow[] {
  const earlier = rows.find((each) => each.replaced_by === row.id);
  return earlier ? [earlier, ...before(earlier, rows)] : [];
}
