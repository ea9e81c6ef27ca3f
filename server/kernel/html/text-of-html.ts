import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { cutAt } from '../text.ts';
import { blockElements, unreadElements } from './elements.data.ts';

const DEFAULT_LIMIT = 200_000;
const STEP = 65_536;
/** Markup read for each character of text that is wanted: styles and tables of newsletters outweigh their text. */
const MARKUP_PER_CHARACTER = 20;

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
    if (unreadElements.has(name)) {
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
    if (unreadElements.has(name)) {
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

const ignore = (): void => undefined;

/** Only the tokenizer: the parser above it takes minutes for a hundred thousand elements that nobody closes. */
const callbacksOf = (source: string, gathering: TextGathering): TokenizerCallbacks => ({
  onopentagname: (start, end) => gathering.open(source.slice(start, end).toLowerCase()),
  onclosetag: (start, end) => gathering.close(source.slice(start, end).toLowerCase()),
  ontext: (start, end) => gathering.text(source.slice(start, end)),
  ontextentity: (codePoint) => gathering.text(String.fromCodePoint(codePoint)),
  onattribdata: ignore,
  onattribentity: ignore,
  onattribend: ignore,
  onattribname: ignore,
  oncdata: ignore,
  oncomment: ignore,
  ondeclaration: ignore,
  onend: ignore,
  onopentagend: ignore,
  onprocessinginstruction: ignore,
  onselfclosingtag: ignore,
});

/** Readable text of an HTML body, for search and preview; at most `limit` characters. Never throws. */
export const textOfHtml = (html: string, limit = DEFAULT_LIMIT): string => {
  const gathering = new TextGathering(limit);
  const source = cutAt(html, Math.max(limit * MARKUP_PER_CHARACTER, 100_000));
  const tokenizer = new Tokenizer({ decodeEntities: true }, callbacksOf(source, gathering));
  for (let at = 0; at < source.length && !gathering.isFull; at += STEP) {
    tokenizer.write(source.slice(at, at + STEP));
  }
  tokenizer.end();
  return cutAt(gathering.result(), limit).toWellFormed();
};
