import { loadFonts } from '../documents/fonts';
import type { Check } from './examination';
import { ill, reasonOf, well } from './finding';

/** A font with fewer bytes has not the Chinese characters that names are written with. */
const LEAST_BYTES = 1_000_000;

export const fonts: Check = async () => {
  const mend = { zh: '运行 npm ci', en: 'run npm ci' };
  try {
    const faces = Object.values(await loadFonts());
    if (faces.every((face) => face.length > LEAST_BYTES)) {
      return [well('证书的中文字体齐全', "The certificate's Chinese fonts are there")];
    }
    return [ill({ zh: '证书的中文字体不完整', en: "The certificate's fonts are cut short" }, mend)];
  } catch (error) {
    return [ill({ zh: `证书的中文字体缺失：${reasonOf(error)}`, en: 'The fonts are missing' }, mend)];
  }
};
