import type { Defects, LetterLimits } from '../limits.ts';

/** A field as it came: name in lower case, value unfolded, one character an octet (latin1). */
export type RawField = { readonly name: string; readonly value: string };

type HeaderBlock = {
  readonly fields: readonly RawField[];
  /** Offset of the first octet of the body. */
  readonly bodyStart: number;
};

export type Slice = { readonly bytes: Buffer; readonly start: number; readonly end: number };

const fieldLine = /^([!-9;-~]{1,200})[ \t]*:/;
const LOOK_AHEAD_LINES = 20;
const MAX_TORN_LINES = 100;

type Line = { readonly text: string; readonly next: number };

/** Without its line end; `\r\r\n` of gateways that translate twice counts as one line end. */
const readLine = ({ bytes, end }: Slice, at: number, maxLength: number): Line => {
  const newline = bytes.indexOf(10, at);
  const stop = newline < 0 || newline >= end ? end : newline;
  let last = stop;
  while (last > at && bytes[last - 1] === 13) {
    last -= 1;
  }
  return {
    text: bytes.toString('latin1', at, Math.min(last, at + maxLength)),
    next: Math.min(end, stop + 1),
  };
};

/** True when a field follows before the next empty line: then the odd line is a torn field, not yet the body. */
const isFieldAhead = (slice: Slice, at: number): boolean => {
  let position = at;
  for (let seen = 0; seen < LOOK_AHEAD_LINES && position < slice.end; seen += 1) {
    const { text, next } = readLine(slice, position, 300);
    if (text === '') {
      return false;
    }
    if (/^[A-Za-z][A-Za-z0-9-]{1,60}[ \t]*:[ \t]/.test(text)) {
      return true;
    }
    position = next;
  }
  return false;
};

class FieldCollector {
  readonly fields: RawField[] = [];
  private name = '';
  private lines: string[] = [];

  open(name: string, rest: string): void {
    this.close();
    this.name = name.toLowerCase();
    this.lines = [rest];
  }

  extend(text: string): void {
    this.lines.push(text);
  }

  close(): void {
    if (this.lines.length > 0 && this.name !== '') {
      this.fields.push({ name: this.name, value: this.lines.join('').trim() });
    }
    this.lines = [];
    this.name = '';
  }

  get isOpen(): boolean {
    return this.name !== '';
  }
}

/** What a line is within a header block. */
const kindOf = (text: string, isFirst: boolean): 'end' | 'fold' | 'field' | 'torn' => {
  if (text === '') {
    return 'end';
  }
  const first = text.charCodeAt(0);
  if (first === 32 || first === 9) {
    return isFirst && fieldLine.test(text.trimStart()) ? 'field' : 'fold';
  }
  if (fieldLine.test(text)) {
    return 'field';
  }
  return 'torn';
};

const afterEmptyLine = ({ bytes, end }: Slice, at: number): number => {
  const rest = bytes.subarray(at, end);
  const found = [rest.indexOf('\n\n'), rest.indexOf('\n\r\n')].filter((index) => index >= 0);
  const first = Math.min(...found);
  return found.length === 0 ? end : at + first + (rest[first + 1] === 13 ? 3 : 2);
};

/**
 * Fields of a header block (RFC 5322 §2.2) that begins at `slice.start`. Lines that are no fields are taken as torn
 * ends of the field before when more fields follow, else the body begins there.
 */
export const readHeaderBlock = (
  slice: Slice,
  limits: LetterLimits,
  defects: Defects,
): HeaderBlock => {
  const collector = new FieldCollector();
  const headerEnd = slice.start + limits.maxHeaderBytes;
  let at = slice.start;
  let bodyStart = slice.end;
  let torn = 0;
  while (at < slice.end) {
    const { text, next } = readLine(slice, at, limits.maxHeaderBytes);
    const kind = kindOf(text, at === slice.start);
    if (kind === 'end') {
      bodyStart = next;
      break;
    }
    if (kind === 'torn') {
      torn += 1;
      if (torn > MAX_TORN_LINES || !isFieldAhead(slice, next)) {
        bodyStart = at;
        defects.add('header_without_end');
        break;
      }
      defects.add('torn_header');
    }
    if (at >= headerEnd || collector.fields.length >= limits.maxHeaderFields) {
      defects.add('header_too_long');
      bodyStart = afterEmptyLine(slice, at);
      break;
    }
    collect(collector, kind, at === slice.start ? text.trimStart() : text);
    at = next;
  }
  collector.close();
  return { fields: collector.fields, bodyStart };
};

const collect = (
  collector: FieldCollector,
  kind: 'fold' | 'field' | 'torn',
  text: string,
): void => {
  if (kind === 'field') {
    const colon = text.indexOf(':');
    collector.open(text.slice(0, colon).trimEnd(), text.slice(colon + 1));
  } else if (collector.isOpen) {
    collector.extend(kind === 'torn' ? ` ${text}` : text);
  }
};

export const fieldValue = (fields: readonly RawField[], name: string): string | null => {
  for (const field of fields) {
    if (field.name === name) {
      return field.value;
    }
  }
  return null;
};
