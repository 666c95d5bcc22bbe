import type { Labels } from './label';

/** Where a paper stands with the scanner; nothing is handed out before it is `clean`. */
export const paperStates = {
  received: { zh: '已收到，等待查毒', en: 'Received, waits for the scanner' },
  clean: { zh: '查毒通过', en: 'Scanned and clean' },
  infected: { zh: '含有病毒，内容已删除', en: 'Infected, its content is removed' },
  scanFailed: { zh: '查毒未能完成，将自动重试', en: 'Not scanned, will be tried again' },
} as const satisfies Labels<string>;
export type PaperState = keyof typeof paperStates;

interface PaperFormat {
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
}

/** The one table of what a paper may be: what scanners and cameras write, and nothing that can hold a macro. */
export const paperFormats = {
  pdf: { name: 'PDF', mediaType: 'application/pdf', extension: 'pdf' },
  jpeg: { name: 'JPEG', mediaType: 'image/jpeg', extension: 'jpg' },
  png: { name: 'PNG', mediaType: 'image/png', extension: 'png' },
} as const satisfies Readonly<Record<string, PaperFormat>>;
export type PaperKind = keyof typeof paperFormats;
export type PaperMediaType = (typeof paperFormats)[PaperKind]['mediaType'];

const formats: readonly PaperFormat[] = Object.values(paperFormats);
const EXTENSION = /\.[A-Za-z0-9]{1,5}$/;

/** The name under which a paper is handed out: its own, but with the extension of what it is. */
export function downloadNameOf(paper: { readonly fileName: string; readonly mediaType: string }): string {
  const format = formats.find(({ mediaType }) => mediaType === paper.mediaType);
  return `${paper.fileName.replace(EXTENSION, '')}.${format?.extension ?? 'bin'}`;
}
