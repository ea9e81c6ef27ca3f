import { isOwnFile, type Picture } from '../../../tickets/public.ts';
import type { OutgoingFile } from '../sending/compose-letter.ts';

/** In HTML that was cleaned: attributes stand in double quotes, without surprises. */
const source = /(<img\b[^>]*?\ssrc=")([^"]*)(")/gi;
const fileIdIn = /^\/api\/v1\/files\/([0-9a-f-]{36})\/content$/;
const embedded = /^data:(image\/[a-z0-9.+-]+);base64,([a-z0-9+/=\s]+)$/i;

/** Ids of our own files that are shown inside the text. */
export function picturesIn(html: string): string[] {
  const ids = [...html.matchAll(source)].flatMap(([, , src = '']) => fileIdIn.exec(src)?.[1] ?? []);
  return [...new Set(ids)];
}

export type PicturedHtml = { readonly html: string; readonly parts: readonly OutgoingFile[] };

/**
 * Pictures at addresses of ours, which no customer can open, and those written into the text, which most mail programs do
 * not show, become parts of the letter. An address of ours without a picture that may leave is taken out.
 */
export async function withPictureParts(
  html: string,
  {
    pictures,
    domain,
    read,
  }: {
    readonly pictures: readonly Picture[];
    readonly domain: string;
    readonly read: (hash: string) => Promise<Uint8Array>;
  },
): Promise<PicturedHtml> {
  const parts: OutgoingFile[] = [];
  const names = new Map<string, string>();
  for (const { id, hash, name, contentType } of pictures) {
    const contentId = `${id}@${domain}`;
    names.set(id, contentId);
    parts.push({ name, contentType, content: await read(hash), contentId });
  }
  const shown = html.replaceAll(source, (whole, before: string, src: string, after: string) => {
    const [, type, bytes] = embedded.exec(src) ?? [];
    if (type !== undefined && bytes !== undefined) {
      const number = parts.length + 1;
      const contentId = `picture-${number}@${domain}`;
      const name = `picture-${number}.${type.slice('image/'.length).replace(/\W.*/, '')}`;
      const content = Buffer.from(bytes, 'base64');
      parts.push({ name, contentType: type, content, contentId });
      return `${before}cid:${contentId}${after}`;
    }
    const contentId = names.get(fileIdIn.exec(src)?.[1] ?? '');
    return isOwnFile(src)
      ? `${before}${contentId === undefined ? '' : `cid:${contentId}`}${after}`
      : whole;
  });
  return { html: shown, parts };
}
