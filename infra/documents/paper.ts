import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { loadFonts } from './fonts';

/** A tagged PDF being written: what is drawn inside `root`'s elements is read out in that order. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement;
}

interface PaperSetting {
  readonly title: string;
  readonly keywords: string;
  /** `YYYY-MM-DD`: dates the file, so that the same document always gives the same bytes. */
  readonly issuedOn: string;
  readonly layout: 'portrait' | 'landscape';
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
}

/** Opens an A4 page with the fonts at hand and nothing on it. */
export async function openPaper(setting: PaperSetting): Promise<Paper> {
  const fonts = await loadFonts();
  const doc = new PDFDocument({
    size: 'A4',
    layout: setting.layout,
    margins: setting.margins,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'zh-CN',
    displayTitle: true,
    bufferPages: true,
    // No default font: Helvetica would be referred to without being embedded.
    font: '',
    info: {
      Title: setting.title,
      Keywords: setting.keywords,
      Creator: 'OneWindow',
      CreationDate: new Date(`${setting.issuedOn}T00:00:00+08:00`),
    },
  });
  doc.appendXML(pdfUaIdentification);
  doc.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root };
}

/** Says that the file is meant as PDF/UA-1 (ISO 14289-1, 5): tagged, titled, its figures described. */
const pdfUaIdentification = `
        <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
            <pdfuaid:part>1</pdfuaid:part>
        </rdf:Description>`;

/** Closes the paper and answers the file's bytes. */
export async function closePaper({ doc, root }: Paper): Promise<Buffer> {
  root.end();
  doc.end();
  return buffer(doc);
}
