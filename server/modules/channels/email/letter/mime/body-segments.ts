import { decodeBytes } from '../charset/decode-bytes.ts';
import { cutAt } from '../../../../../kernel/text.ts';
import { cleanHtml, cleanText } from '../clean-text.ts';
import type { Defects, LetterLimits } from '../limits.ts';
import { textOfHtml } from '../../../../../kernel/html/text-of-html.ts';
import { htmlOfText } from '../html-of-text.ts';
import { unflow } from './flowed-text.ts';
import type { MimePart } from './mime-tree.ts';

/** A piece of the body: one part, or one multipart/alternative. */
export type Segment = { readonly text: string | null; readonly html: string | null };

const metaCharset = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i;

/** HTML says its charset within itself when its part does not. */
const htmlLabel = (part: MimePart, content: Buffer): string | null =>
  part.typeParameters.get('charset') ??
  metaCharset.exec(content.toString('latin1', 0, Math.min(content.length, 4096)))?.[1] ??
  null;

const bounded = (text: string, length: number, defects: Defects): string => {
  if (text.length > length) {
    defects.add('body_too_long');
  }
  return cutAt(text, length);
};

const plainText = (part: MimePart, content: Buffer, hint: string | null): string => {
  const text = cleanText(decodeBytes(content, part.typeParameters.get('charset') ?? null, hint));
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const isFlowed = part.typeParameters.get('format')?.trim().toLowerCase() === 'flowed';
  return isFlowed
    ? unflow(lines, part.typeParameters.get('delsp')?.trim().toLowerCase() === 'yes')
    : lines;
};

/** RFC 1896: commands in angle brackets, `<<` for one bracket, single line ends join lines. */
const textOfEnriched = (enriched: string): string =>
  enriched
    .replace(/<param>[^<]{0,500}<\/param>/gi, '')
    .replace(/<<|<\/?[a-z-]{1,60}>/gi, (tag) => (tag === '<<' ? '<' : ''))
    .replace(/\n(\n*)/g, (_, more: string) => (more === '' ? ' ' : more));

export const segmentOfLeaf = (
  part: MimePart,
  content: Buffer,
  reading: {
    readonly limits: LetterLimits;
    readonly defects: Defects;
    readonly hint: string | null;
  },
): Segment => {
  const { limits, defects, hint } = reading;
  if (part.contentType === 'text/html' || part.contentType === 'application/xhtml+xml') {
    const decoded = decodeBytes(content, htmlLabel(part, content), hint);
    const html = cleanHtml(bounded(decoded, limits.maxHtmlLength, defects));
    return { text: null, html: html.includes('\r') ? html.replace(/\r\n?/g, '\n') : html };
  }
  const text = plainText(part, content, hint);
  const isEnriched = part.contentType === 'text/enriched' || part.contentType === 'text/richtext';
  return {
    text: bounded(isEnriched ? textOfEnriched(text) : text, limits.maxTextLength, defects),
    html: null,
  };
};

const isBlank = (text: string | null): boolean => text === null || !/\S/.test(text);

/** Segments one after another: where one is HTML, the whole is HTML. */
export const joinSegments = (segments: readonly Segment[]): Segment => {
  const [only] = segments;
  if (only !== undefined && segments.length === 1) {
    return only;
  }
  const hasText = segments.some(({ text }) => !isBlank(text));
  const hasHtml = segments.some(({ html }) => html !== null);
  const texts = segments.map(({ text, html }) => text ?? textOfHtml(html ?? ''));
  const htmls = segments.map(
    ({ text, html }) => html ?? (isBlank(text) ? '' : htmlOfText(text ?? '')),
  );
  return {
    text: hasText
      ? texts.filter((text) => !isBlank(text)).join('\n')
      : (segments.find(({ text }) => text !== null)?.text ?? null),
    html: hasHtml ? htmls.filter((html) => html !== '').join('\n') : null,
  };
};

/** RFC 2046 §5.1.4: the same content in several forms, the richest last. `children`: segments of each form. */
export const chooseAlternative = (children: readonly (readonly Segment[])[]): Segment => {
  const forms = children.filter((segments) => segments.length > 0).map(joinSegments);
  const html =
    forms.findLast((form) => !isBlank(form.html)) ?? forms.findLast((form) => form.html !== null);
  const text =
    forms.find((form) => form.html === null && !isBlank(form.text)) ??
    forms.find((form) => !isBlank(form.text)) ??
    forms.find((form) => form.text !== null);
  return { text: text?.text ?? null, html: html?.html ?? null };
};
