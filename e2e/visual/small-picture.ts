import type { Page } from 'playwright-core';

/**
 * A screen in little: each pixel is the mean colour of a square of `side` × `side` px. Text becomes a shade, so that a time of day or
 * a smoother letter changes next to nothing, while a lost style, a moved column or a wrong colour changes many squares.
 */
export const side = 8;

/** What a colour channel of a square may differ by, of 255. */
const tolerance = 20;

export type Difference = {
  /** Of all squares, 0 to 1; 1 as well where the two are of different sizes. */
  readonly share: number;
  /** Around the squares that differ, in px of the screen; null where none does. */
  readonly around: { left: number; top: number; right: number; bottom: number } | null;
};

type Asked = { readonly png: string; readonly side: number };

/** @param scratch any page: a browser is the surest reader of its own pictures */
export async function shrink(scratch: Page, png: Buffer): Promise<Buffer> {
  const url = await scratch.evaluate(
    async ({ png: source, side: step }: Asked) => {
      const bytes = await (await fetch(`data:image/png;base64,${source}`)).blob();
      const { width, height } = await createImageBitmap(bytes);
      const little = await createImageBitmap(bytes, {
        resizeWidth: Math.ceil(width / step),
        resizeHeight: Math.ceil(height / step),
        resizeQuality: 'medium',
      });
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width: little.width, height: little.height });
      canvas.getContext('2d')?.drawImage(little, 0, 0);
      return canvas.toDataURL('image/png');
    },
    { png: png.toString('base64'), side },
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

type Compared = {
  readonly was: string;
  readonly now: string;
  readonly side: number;
  readonly tolerance: number;
};

/** Both as `shrink` gives them. */
export async function compare(scratch: Page, was: Buffer, now: Buffer): Promise<Difference> {
  return scratch.evaluate(
    async ({ was: first, now: second, side: step, tolerance: most }: Compared) => {
      const read = async (source: string) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${source}`;
        await picture.decode();
        const { width, height } = picture;
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(picture, 0, 0);
        return { width, height, data: context?.getImageData(0, 0, width, height).data ?? [] };
      };
      const [a, b] = [await read(first), await read(second)];
      if (a.width !== b.width || a.height !== b.height) {
        return { share: 1, around: null };
      }
      const differing: number[] = [];
      for (let at = 0; at < a.width * a.height; at += 1) {
        const apart = [0, 1, 2].map((channel) =>
          Math.abs((a.data[at * 4 + channel] ?? 0) - (b.data[at * 4 + channel] ?? 0)),
        );
        if (Math.max(...apart) > most) {
          differing.push(at);
        }
      }
      const xs = differing.map((at) => at % a.width);
      const ys = differing.map((at) => Math.floor(at / a.width));
      const around = {
        left: Math.min(...xs) * step,
        top: Math.min(...ys) * step,
        right: (Math.max(...xs) + 1) * step,
        bottom: (Math.max(...ys) + 1) * step,
      };
      return {
        share: differing.length / (a.width * a.height),
        around: differing.length > 0 ? around : null,
      };
    },
    { was: was.toString('base64'), now: now.toString('base64'), side, tolerance },
  );
}

/** How wide these letters are here: pictures of one set of fonts say nothing about another. */
export async function fontsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    const { fontFamily } = getComputedStyle(document.body);
    return ['400', '700']
      .map((weight) => {
        if (!context) {
          throw new Error('this browser draws nothing');
        }
        context.font = `${weight} 100px ${fontFamily}`;
        return context.measureText('Съешь ещё этих мягких булок, quick brown fox 0123456789').width;
      })
      .map((width) => width.toFixed(0))
      .join(' ');
  });
}
