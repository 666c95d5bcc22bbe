import { readFile } from 'node:fs/promises';

/** A full TTF: a web font's subset lacks the rare characters that names are written with. */
const faces = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;
export type Face = keyof typeof faces;
type Fonts = Readonly<Record<Face, Buffer>>;

let loaded: Promise<Fonts> | null = null;

/** The font files, 10 MB each, read once a process; a document embeds only the glyphs that it uses. */
export function loadFonts(): Promise<Fonts> {
  loaded ??= readFonts();
  return loaded;
}

async function readFonts(): Promise<Fonts> {
  const [regular, bold] = await Promise.all([
    readFile(require.resolve(faces.regular)),
    readFile(require.resolve(faces.bold)),
  ]);
  return { regular, bold };
}
