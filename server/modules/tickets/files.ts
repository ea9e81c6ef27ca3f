import type { FileCard } from './schema.ts';

/** Types that a browser shows without running anything of them. */
const shown = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'application/pdf',
  'text/plain',
]);

export const isShownInline = (contentType: string): boolean => shown.has(contentType);

type Stored = { id: string; name: string; contentType: string; size: number; inline: boolean };

export function fileCard({ id, name, contentType, size, inline }: Stored): FileCard {
  return {
    id,
    name,
    contentType,
    size,
    inline,
    previewable: isShownInline(contentType),
    url: `/api/v1/files/${id}/content`,
  };
}

/** RFC 6266, RFC 8187: an ASCII name for old clients, the true one beside it. */
export function contentDisposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** A picture of ours inside a body, e.g. in a quotation. */
export const isOwnFile = (src: string): boolean =>
  /^\/api\/v1\/files\/[0-9a-f-]{36}\/content$/.test(src);

const shownFile = /<img\b[^>]*?\ssrc="\/api\/v1\/files\/([0-9a-f-]{36})\/content"/gi;

/** Ids of files of ours that cleaned HTML shows, each once. */
export const ownFilesIn = (html: string): string[] => [
  ...new Set([...html.matchAll(shownFile)].flatMap(([, id]) => id ?? [])),
];
