import sharp from 'sharp';
import { FileRefused } from '../../domain/fileFault';
import { paperLimits } from './limits';
import { createTurns } from './turns';

// Nothing is read but the two formats that are taken, and nothing of a file is kept.
sharp.cache(false);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile'] });

const { imagePixels, readingMs } = paperLimits;
const turns = createTurns(1);

/** Decodes an image to its last line. @throws FileRefused where it has too many pixels or cannot be read */
export function readImage(path: string): Promise<void> {
  const image = () => sharp(path, { failOn: 'error', limitInputPixels: imagePixels, sequentialRead: true });
  return turns(async () => {
    const { width, height } = await image()
      .metadata()
      .catch((error: unknown) => {
        throw faultIn(error);
      });
    if (width * height > imagePixels) throw tooManyPixels();
    await image()
      .timeout({ seconds: readingMs / 1_000 })
      .resize(1, 1, { fit: 'fill' })
      .raw()
      .toBuffer()
      .catch((error: unknown) => {
        throw faultIn(error);
      });
  });
}

/** The library tells its faults apart by their words alone. */
function faultIn(error: unknown): FileRefused {
  const words = error instanceof Error ? error.message : '';
  if (words.includes('pixel limit')) return tooManyPixels();
  if (words.includes('timeout')) return new FileRefused('tooDemanding', [`${readingMs / 1_000} s`]);
  return new FileRefused('damaged', []);
}

function tooManyPixels(): FileRefused {
  return new FileRefused('tooManyPixels', [`≤ ${imagePixels / 1_000_000} megapixels`]);
}
