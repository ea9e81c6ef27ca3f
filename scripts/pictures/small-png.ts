import { crc32, deflateSync, inflateSync } from 'node:zlib';

/**
 * A picture of a screen as a PNG of at most 256 colours: a third of the bytes, and the eye sees no difference.
 * Takes what browsers write: 8 bits, RGB or RGBA, not interlaced (PNG, third edition).
 */
export function smallPng(png: Buffer): Buffer {
  const { width, height, pixels } = read(png);
  const { palette, indexOf } = choosePalette(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      rows[y * (width + 1) + 1 + x] = indexOf(pixels[y * width + x] ?? 0);
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const colours = Buffer.from(palette.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255]));
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Pixels = { readonly width: number; readonly height: number; readonly pixels: Uint32Array };

function read(png: Buffer): Pixels {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const bytes = unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = bytes.readUIntBE(at * channels, 3);
  }
  return { width, height, pixels };
}

/** Each row begins with the number of its filter (§9). */
function unfilter(filtered: Buffer, rowBytes: number, step: number): Buffer {
  const rows = filtered.length / (rowBytes + 1);
  const bytes = Buffer.alloc(rows * rowBytes);
  for (let row = 0; row < rows; row += 1) {
    const filter = filtered[row * (rowBytes + 1)] ?? 0;
    for (let at = 0; at < rowBytes; at += 1) {
      const here = row * rowBytes + at;
      const seen = (back: number, there: boolean) => (there ? (bytes[here - back] ?? 0) : 0);
      const left = seen(step, at >= step);
      const up = seen(rowBytes, row > 0);
      const corner = seen(rowBytes + step, at >= step && row > 0);
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      bytes[here] = (filtered[here + row + 1] ?? 0) + (guesses[filter] ?? 0);
    }
  }
  return bytes;
}

function paeth(left: number, up: number, corner: number): number {
  const near = left + up - corner;
  const [a, b, c] = [Math.abs(near - left), Math.abs(near - up), Math.abs(near - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

type Palette = { readonly palette: readonly number[]; indexOf(colour: number): number };

/** The 256 most frequent colours stay exact; the few others become the nearest of them. */
function choosePalette(pixels: Uint32Array): Palette {
  const counts = new Map<number, number>();
  for (const colour of pixels) {
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const palette = [...counts.keys()]
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
    .slice(0, 256);
  const known = new Map(palette.map((colour, at) => [colour, at]));
  return {
    palette,
    indexOf(colour) {
      const found = known.get(colour) ?? nearest(palette, colour);
      known.set(colour, found);
      return found;
    },
  };
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Infinity;
  for (const [at, other] of palette.entries()) {
    const red = (colour >> 16) - (other >> 16);
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255);
    const blue = (colour & 255) - (other & 255);
    const distance = 2 * red * red + 4 * green * green + 3 * blue * blue;
    if (distance < least) {
      [best, least] = [at, distance];
    }
  }
  return best;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
