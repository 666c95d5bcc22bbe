import { inflateSync } from 'node:zlib';

/** The objects of a PDF as pdfkit writes them: number → dictionary and, inflated, its stream. */
export function objectsOf(pdf: Buffer): Map<string, { dictionary: string; stream: string }> {
  const objects = new Map<string, { dictionary: string; stream: string }>();
  for (const match of pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm)) {
    const [dictionary = '', ...rest] = (match[2] ?? '').split('\nstream\n');
    const raw = Buffer.from(rest.join('\nstream\n').replace(/\nendstream$/, ''), 'latin1');
    const stream = dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(match[1] ?? '', { dictionary, stream: stream.toString('latin1') });
  }
  return objects;
}

/** Glyph id (4 hex digits) → text, as the font's ToUnicode map tells a reader that copies or searches. */
function glyphsOf(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[(.*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, codes = ''], index) => {
      const glyph = (parseInt(from, 16) + index).toString(16).padStart(4, '0');
      const units = codes.split(' ').map((code) => parseInt(code, 16));
      glyphs.set(glyph, String.fromCharCode(...units));
    });
  }
  return glyphs;
}

/** All text of a PDF, in the order in which it is drawn, without line breaks. */
export function textOf(pdf: Buffer): string {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { dictionary } of objects.values()) {
    for (const [, name = '', font = ''] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.dictionary ?? '')?.[1] ?? '';
      fonts.set(name, glyphsOf(objects.get(cmap)?.stream ?? ''));
    }
  }
  let text = '';
  for (const { stream } of objects.values()) {
    let glyphs = new Map<string, string>();
    for (const [, font, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)) {
      if (font !== undefined) glyphs = fonts.get(font) ?? new Map();
      for (const [glyph] of (shown ?? '').matchAll(/[0-9a-f]{4}(?=[0-9a-f]*>)/g))
        text += glyphs.get(glyph) ?? '';
    }
  }
  return text;
}
