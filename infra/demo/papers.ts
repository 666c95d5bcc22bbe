import { randomUUID } from 'node:crypto';
import type { MaterialDue } from '../../domain/itinerary';
import type { OneWindow, PaperPlace } from '../client/oneWindow';
import { closePaper, openPaper } from '../documents/paper';
import { write } from '../documents/writing';

const SCAN_SECONDS = 20;
const margins = { top: 72, right: 72, bottom: 72, left: 72 };

/** Uploads a paper for each material, as the applicant, and waits until the scanner has seen it. */
export async function uploadPapers(
  oneWindow: OneWindow,
  account: string,
  place: PaperPlace,
  materials: readonly MaterialDue[],
): Promise<void> {
  for (const { id, name } of materials) {
    const file = new File([new Uint8Array(await samplePaper(name))], `${name.zh}.pdf`, {
      type: 'application/pdf',
    });
    await oneWindow.upload({ account, key: randomUUID(), waitSeconds: SCAN_SECONDS }, place, {
      material: id,
      file,
    });
  }
}

/** A page that says which paper it stands for, and that it is none. */
async function samplePaper(name: MaterialDue['name']): Promise<Buffer> {
  const title = `${name.zh}（示例）`;
  const paper = await openPaper({ title, keywords: '', issuedOn: '2026-01-01', layout: 'portrait', margins });
  const lines = [
    { text: title, locale: 'zh', size: 20 },
    { text: `${name.en} (a sample)`, locale: 'en', size: 12 },
  ] as const;
  write(paper, paper.root, 'H1', lines, { x: margins.left, y: margins.top, width: 450 });
  return closePaper(paper);
}
