import { objectsOf } from './pdfText';

/** As a browser's ImageData: red, green, blue and opacity of each pixel, row by row. */
interface Picture {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  readonly colorSpace: 'srgb';
}

/** Left, top, width and height in points, from the upper left corner, which is where pdfkit counts from. */
type Rectangle = readonly [left: number, top: number, width: number, height: number];

/** Pixels to a point, as a scan of 432 dots an inch has. */
const SCALE = 6;
/** White around the picture, in points. */
const MARGIN = 8;

/** A scan of all that a PDF's first page fills with black, which is its QR code and no more. */
export function pictureOf(pdf: Buffer): Picture {
  const drawn = [...objectsOf(pdf).values()].find(({ stream }) => stream.includes(' re\n'));
  const black = blackRectangles(drawn?.stream ?? '');
  const edge = (side: (rectangle: Rectangle) => number, outermost: (...sides: number[]) => number) =>
    outermost(...black.map(side));
  const left = edge(([x]) => x, Math.min) - MARGIN;
  const top = edge(([, y]) => y, Math.min) - MARGIN;
  const width = Math.ceil((edge(([x, , across]) => x + across, Math.max) + MARGIN - left) * SCALE);
  const height = Math.ceil((edge(([, y, , down]) => y + down, Math.max) + MARGIN - top) * SCALE);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  const picture: Picture = { data, width, height, colorSpace: 'srgb' };
  for (const [x, y, across, down] of black) fill(picture, [x - left, y - top, across, down]);
  return picture;
}

/** A path of rectangles comes first, then a colour, then the operator that fills. */
function blackRectangles(stream: string): Rectangle[] {
  const path = /((?:[\d. ]+ re\n)+)\/DeviceRGB cs\n0 0 0 scn\nf\n/g;
  return [...stream.matchAll(path)].flatMap(([, rectangles = '']) =>
    [...rectangles.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re/g)].map(
      ([, x, y, width, height]): Rectangle => [Number(x), Number(y), Number(width), Number(height)],
    ),
  );
}

function fill({ data, width }: Picture, rectangle: Rectangle): void {
  const [left, top, across, down] = rectangle;
  for (let y = Math.round(top * SCALE); y < Math.round((top + down) * SCALE); y += 1) {
    const row = y * width;
    for (let x = Math.round(left * SCALE); x < Math.round((left + across) * SCALE); x += 1)
      data.fill(0, (row + x) * 4, (row + x) * 4 + 3);
  }
}
