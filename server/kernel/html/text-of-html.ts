import { Parser } from 'htmlparser2';

const DEFAULT_LIMIT = 200_000;
/** Markup read for each character of text that is wanted: styles and tables of newsletters outweigh their text. */
const MARKUP_PER_CHARACTER = 20;

const unseenElements = new Set([
  'head',
  'style',
  'script',
  'template',
  'noscript',
  'title',
  'svg',
  'object',
  'iframe',
  'select',
  'textarea',
]);
const blockElements = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tr',
  'ul',
]);

/** Gathers text as a reader sees it; depth of elements does not matter to it. */
class TextGathering {
  private readonly pieces: string[] = [];
  private length = 0;
  private hidden = 0;
  private pre = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get isFull(): boolean {
    return this.length >= this.limit;
  }

  add(piece: string): void {
    this.pieces.push(piece);
    this.length += piece.length;
  }

  open(name: string): void {
    if (unseenElements.has(name)) {
      this.hidden += 1;
    } else if (name === 'br') {
      this.add('\n');
    } else if (name === 'td' || name === 'th') {
      this.add(' ');
    } else if (blockElements.has(name)) {
      this.add('\n');
    }
    this.pre += name === 'pre' ? 1 : 0;
  }

  close(name: string): void {
    if (unseenElements.has(name)) {
      this.hidden = Math.max(0, this.hidden - 1);
    } else if (name === 'p' || /^h\d$/.test(name)) {
      this.add('\n\n');
    } else if (blockElements.has(name)) {
      this.add('\n');
    }
    this.pre = name === 'pre' ? Math.max(0, this.pre - 1) : this.pre;
  }

  text(data: string): void {
    if (this.hidden === 0 && !this.isFull) {
      this.add(this.pre > 0 ? data : data.replace(/[\s\u00a0]+/g, ' '));
    }
  }

  result(): string {
    return this.pieces
      .join('')
      .replace(/[ \t\u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }
}

const cutAt = (text: string, length: number): string =>
  text.length <= length
    ? text
    : text
        .slice(0, length)
        .toWellFormed()
        .replace(/\u{fffd}$/u, '');

/** Readable text of an HTML body, for search and preview; at most `limit` characters. Never throws. */
export const textOfHtml = (html: string, limit = DEFAULT_LIMIT): string => {
  const gathering = new TextGathering(limit);
  const source = cutAt(html, Math.max(limit * MARKUP_PER_CHARACTER, 100_000));
  const parser = new Parser(
    {
      onopentag: (name) => gathering.open(name),
      onclosetag: (name) => gathering.close(name),
      ontext: (data) => gathering.text(data),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  const STEP = 65_536;
  for (let at = 0; at < source.length && !gathering.isFull; at += STEP) {
    parser.write(source.slice(at, at + STEP));
  }
  parser.end();
  return cutAt(gathering.result(), limit).toWellFormed();
};
