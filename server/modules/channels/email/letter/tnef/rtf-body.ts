import { decodeBytes } from '../charset/decode-bytes.ts';
import { readRtfTokens } from './rtf-words.ts';

/** The body that Outlook wrapped into RTF ([MS-OXRTFEX]): HTML when it was HTML, else text. */
export type RtfBody = { readonly html: string | null; readonly text: string | null };

const MAX_DEPTH = 200;
/** Destinations whose text is no text of the letter. */
const silent = new Set([
  'fonttbl',
  'colortbl',
  'stylesheet',
  'info',
  'pict',
  'object',
  'header',
  'footer',
  'generator',
  'listtable',
  'listoverridetable',
  'revtbl',
  'rsidtbl',
  'themedata',
  'datastore',
  'latentstyles',
  'mmathPr',
  'fldinst',
  'xmlnstbl',
]);
const characters: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  sect: '\n',
  page: '\n',
  row: '\n',
  cell: '\t',
  tab: '\t',
  nbsp: '\u{a0}',
  nbhyphen: '\u{2011}',
  lquote: '\u{2018}',
  rquote: '\u{2019}',
  ldblquote: '\u{201c}',
  rdblquote: '\u{201d}',
  bullet: '\u{2022}',
  endash: '\u{2013}',
  emdash: '\u{2014}',
  emspace: ' ',
  enspace: ' ',
};
/** Code page by \fcharset. */
const codePages: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

type Group = { silent: boolean; htmlTag: boolean; htmlRtf: boolean; font: number; skip: number };

class RtfReading {
  private readonly out: string[] = [];
  private bytes: number[] = [];
  private page = 1252;
  private readonly fontPages = new Map<number, number>();
  private readonly stack: Group[] = [];
  private group: Group = { silent: false, htmlTag: false, htmlRtf: false, font: -1, skip: 1 };
  private ignorable = false;
  private toSkip = 0;
  fromHtml = false;

  private flush(): void {
    if (this.bytes.length > 0) {
      const page = this.fontPages.get(this.group.font) ?? this.page;
      const label = page === 65_001 ? 'utf-8' : `cp${page}`;
      this.out.push(decodeBytes(Uint8Array.from(this.bytes), label));
      this.bytes = [];
    }
  }

  private get isHeard(): boolean {
    return !this.group.silent && !this.group.htmlRtf;
  }

  open(): void {
    this.flush();
    if (this.stack.length < MAX_DEPTH) {
      this.stack.push({ ...this.group });
    }
    this.ignorable = false;
  }

  close(): void {
    this.flush();
    this.group = this.stack.pop() ?? this.group;
    this.toSkip = 0;
  }

  byte(byte: number): void {
    this.ignorable = false;
    if (this.toSkip > 0) {
      this.toSkip -= 1;
    } else if (this.isHeard) {
      this.bytes.push(byte);
    }
  }

  private put(text: string): void {
    if (this.isHeard) {
      this.flush();
      this.out.push(text);
    }
  }

  private unicode(value: number): void {
    this.put(String.fromCharCode(value < 0 ? value + 65_536 : value));
    this.toSkip = this.group.skip;
  }

  private font(value: number): void {
    this.flush();
    this.group.font = value;
  }

  private destination(word: string): void {
    const wasIgnorable = this.ignorable;
    this.ignorable = false;
    if (word === 'htmltag' || word === 'mhtmltag') {
      this.group.htmlTag = word === 'htmltag';
      this.group.silent = word === 'mhtmltag';
    } else if (silent.has(word) || (wasIgnorable && word !== 'htmltag')) {
      this.group.silent = true;
    }
  }

  private setting(word: string, value: number | null): boolean {
    switch (word) {
      case 'fromhtml':
        this.fromHtml = value !== 0;
        return true;
      case 'ansicpg':
        this.page = value ?? this.page;
        return true;
      case 'uc':
        this.group.skip = Math.min(value ?? 1, 10);
        return true;
      case 'htmlrtf':
        this.flush();
        this.group.htmlRtf = value !== 0;
        return true;
      case 'fcharset':
        this.fontPages.set(this.group.font, codePages[value ?? 0] ?? this.page);
        return true;
      default:
        return false;
    }
  }

  /** `\line` and the like stand for characters; within a tag of the HTML only breaks and tabs do. */
  private character(word: string): boolean {
    const character = characters[word];
    const isWithinTag = this.fromHtml && this.group.htmlTag && word !== 'par' && word !== 'tab';
    if (character !== undefined && !isWithinTag) {
      this.put(character);
    }
    return character !== undefined;
  }

  word(word: string, value: number | null): void {
    if (word === 'ignorable') {
      this.ignorable = true;
    } else if (word === 'u' && value !== null) {
      this.unicode(value);
    } else if (word === 'f' && value !== null) {
      this.font(value);
    } else if (!this.setting(word, value) && !this.character(word)) {
      this.destination(word);
    }
  }

  result(): string {
    this.flush();
    return this.out.join('');
  }
}

/** Reads RTF octets; never throws. */
export const readRtfBody = (rtf: Buffer): RtfBody => {
  const source = rtf.toString('latin1', 0, rtf.length);
  if (!source.startsWith('{\\rtf')) {
    return { html: null, text: null };
  }
  const reading = new RtfReading();
  for (const token of readRtfTokens(source)) {
    switch (token.kind) {
      case 'open':
        reading.open();
        break;
      case 'close':
        reading.close();
        break;
      case 'byte':
        reading.byte(token.byte);
        break;
      case 'word':
        reading.word(token.word, token.value);
        break;
    }
  }
  const body = reading.result();
  return reading.fromHtml ? { html: body, text: null } : { html: null, text: body };
};
