import { fieldBlockSpan, looseFieldSpan } from './field-block.ts';
import { isBlank, type Fate, type Line } from './line.ts';
import { isForwardMarker, isOriginalMarker, isRule } from './markers.ts';
import { replyHeaderSpan } from './reply-header.ts';
import { signatureStart } from './signature.ts';

/** Lines looked at; what comes after them shares the fate of the last. */
export const LINES_LOOKED_AT = 5_000;
/** With fewer own words above it a forwarded letter is the message itself ("FYI", "см. ниже"). */
const FORWARD_COMMENT_WORDS = 5;

type Header = {
  readonly kind: 'reply' | 'fields' | 'forward';
  readonly start: number;
  /** The first line below the header. */
  readonly end: number;
};

const skipBlank = (lines: readonly Line[], from: number): number => {
  let index = from;
  while (index < lines.length && isBlank(lines[index] as Line)) {
    index += 1;
  }
  return index;
};

/** The old letter's header that begins at a line, if one does. */
const headerAt = (lines: readonly Line[], start: number): Header | null => {
  const line = lines[start];
  if (line === undefined || isBlank(line)) {
    return null;
  }
  if (isForwardMarker(line.text)) {
    const below = skipBlank(lines, start + 1);
    return {
      kind: 'forward',
      start,
      end: Math.max(start + 1, below + looseFieldSpan(lines, below)),
    };
  }
  if (line.mark === 'cut' || isOriginalMarker(line.text)) {
    const below = skipBlank(lines, start + 1);
    return {
      kind: 'fields',
      start,
      end: Math.max(start + 1, below + looseFieldSpan(lines, below)),
    };
  }
  const fields = fieldBlockSpan(lines, start);
  if (fields > 0) {
    return { kind: 'fields', start, end: start + fields };
  }
  const reply = replyHeaderSpan(lines, start);
  return reply > 0 ? { kind: 'reply', start, end: start + reply } : null;
};

const wordsIn = (lines: readonly Line[]): number =>
  lines.reduce((sum, { text }) => sum + (text.match(/\p{L}+/gu)?.length ?? 0), 0);

/** Fates as they are decided, one a line. */
class Fates {
  readonly of: Fate[];
  private readonly lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    this.of = lines.map(() => 'visible');
  }

  set(from: number, until: number, fate: Fate): void {
    this.of.fill(fate, from, until);
  }

  /** Own words: unquoted, not folded, not blank, not merely drawn. */
  isOwn(index: number): boolean {
    const line = this.lines[index];
    return (
      line !== undefined &&
      this.of[index] === 'visible' &&
      !line.quoted &&
      !isBlank(line) &&
      !isRule(line.text)
    );
  }

  /** Drawn lines and blanks above a folded place are its frame. */
  foldFrameAbove(index: number): void {
    let above = index - 1;
    while (
      above >= 0 &&
      !(this.lines[above] as Line).quoted &&
      (isBlank(this.lines[above] as Line) || isRule((this.lines[above] as Line).text))
    ) {
      if (isRule((this.lines[above] as Line).text)) {
        this.set(above, index, 'quoted');
      }
      above -= 1;
    }
  }
}

/** A forwarded letter with hardly a word above, or any old letter with none: that is what there is to see. */
const isContentItself = (lines: readonly Line[], header: Header, ownAbove: boolean): boolean => {
  if (header.kind === 'forward') {
    const above = lines.slice(0, header.start).filter((line) => !line.quoted);
    return wordsIn(above) < FORWARD_COMMENT_WORDS;
  }
  return header.kind === 'fields' && !ownAbove;
};

/** All below is the old letter when it is not marked line by line: there may be answers between marked lines. */
const takesAllBelow = (lines: readonly Line[], header: Header, ownAbove: boolean): boolean => {
  const next = lines[skipBlank(lines, header.end)];
  const marked = next === undefined || next.quoted;
  return ownAbove && (!marked || header.kind === 'forward');
};

/**
 * Walks down the unquoted headers. A header that is followed by unquoted lines makes all below it the old letter,
 * unless nothing was said above: then the old letter, or the answer below its header, is what there is to see.
 */
const foldBelowHeaders = (lines: readonly Line[], fates: Fates): readonly Header[] => {
  const headers: Header[] = [];
  let ownAbove = false;
  let index = 0;
  while (index < lines.length) {
    const header = (lines[index] as Line).quoted ? null : headerAt(lines, index);
    if (header === null) {
      ownAbove ||= fates.isOwn(index);
      index += 1;
    } else if (isContentItself(lines, header, ownAbove)) {
      return headers;
    } else {
      const all = takesAllBelow(lines, header, ownAbove);
      fates.set(header.start, all ? lines.length : header.end, 'quoted');
      fates.foldFrameAbove(header.start);
      headers.push(header);
      index = all ? lines.length : header.end;
    }
  }
  return headers;
};

type Stretch = { readonly start: number; readonly end: number };

/** Runs of neighbouring lines of one sort. Blank lines belong to the run that they stand in. */
const runsOf = (
  lines: readonly Line[],
  belongs: (index: number) => boolean,
): readonly Stretch[] => {
  const runs: Stretch[] = [];
  let start = -1;
  let end = -1;
  for (let index = 0; index <= lines.length; index += 1) {
    const line = lines[index];
    if (line !== undefined && belongs(index)) {
      start = start < 0 ? index : start;
      end = index + 1;
    } else if (start >= 0 && (line === undefined || !isBlank(line))) {
      runs.push({ start, end });
      start = -1;
    }
  }
  return runs;
};

const foldSignatures = (lines: readonly Line[], fates: Fates): void => {
  const own = runsOf(
    lines,
    (index) =>
      fates.of[index] === 'visible' &&
      !(lines[index] as Line).quoted &&
      !isBlank(lines[index] as Line),
  );
  for (const { start, end } of own) {
    const found = signatureStart(lines.slice(start, end));
    if (found >= 0) {
      fates.set(start + found, end, 'signature');
    }
  }
};

const holdsForward = (lines: readonly Line[], { start, end }: Stretch): boolean =>
  lines.slice(start, Math.min(end, start + 3)).some(({ text }) => isForwardMarker(text));

const introducedByHeader = (
  lines: readonly Line[],
  { start }: Stretch,
  headers: readonly Header[],
): boolean =>
  headers.some(({ end }) => skipBlank(lines, end) === start) ||
  replyHeaderSpan(lines, start) > 0 ||
  fieldBlockSpan(lines, start) > 0;

/** A forwarded letter that came with hardly a word of one's own. */
const isContent = (lines: readonly Line[], run: Stretch): boolean =>
  holdsForward(lines, run) &&
  wordsIn(lines.slice(0, run.start).filter(({ quoted }) => !quoted)) < FORWARD_COMMENT_WORDS;

/** Old words below the answer are folded; between answers they stay, for an answer is not understood without them. */
const foldQuotedRuns = (lines: readonly Line[], fates: Fates, headers: readonly Header[]): void => {
  const runs = runsOf(
    lines,
    (index) => fates.of[index] === 'visible' && (lines[index] as Line).quoted,
  );
  const own = lines.map((_, index) => fates.isOwn(index));
  const first = own.indexOf(true);
  const last = own.lastIndexOf(true);
  for (const run of runs) {
    const above = first >= 0 && first < run.start;
    const below = last >= run.end;
    const folds = above
      ? !below
      : below && runs.length === 1 && introducedByHeader(lines, run, headers);
    if (folds && !isContent(lines, run)) {
      fates.set(run.start, run.end, 'quoted');
      fates.foldFrameAbove(run.start);
    }
  }
};

/** Whether a letter without own words at least quotes some, not only headers of quotes. */
const saysSomething = (lines: readonly Line[]): boolean => {
  let index = 0;
  while (index < lines.length) {
    const span = replyHeaderSpan(lines, index);
    if (span === 0 && /\p{L}|\d/u.test((lines[index] as Line).text)) {
      return true;
    }
    index += Math.max(1, span);
  }
  return false;
};

const showSomething = (lines: readonly Line[], fates: Fates): void => {
  if (lines.some((_, index) => fates.isOwn(index))) {
    return;
  }
  const old = lines.some(({ quoted }) => quoted) || fates.of.includes('quoted');
  if (old && !saysSomething(lines)) {
    fates.set(0, lines.length, 'quoted');
  } else if (!lines.some((line, index) => fates.of[index] === 'visible' && !isBlank(line))) {
    const kept: Fate = fates.of.includes('signature') ? 'signature' : 'quoted';
    lines.forEach((_, index) =>
      fates.set(
        index,
        index + 1,
        fates.of[index] === kept ? 'visible' : (fates.of[index] ?? 'visible'),
      ),
    );
  }
};

/**
 * What a reader sees at once and what is folded: the old letter below the answer, and the signature. Every line keeps
 * its place and gets one fate. A letter is never folded as a whole, unless it says nothing at all.
 */
export const fatesOf = (all: readonly Line[]): readonly Fate[] => {
  const lines = all.length > LINES_LOOKED_AT ? all.slice(0, LINES_LOOKED_AT) : all;
  const fates = new Fates(lines);
  const headers = foldBelowHeaders(lines, fates);
  foldSignatures(lines, fates);
  foldQuotedRuns(lines, fates, headers);
  showSomething(lines, fates);
  const rest = fates.of.at(-1) ?? 'visible';
  return [...fates.of, ...all.slice(lines.length).map(() => rest)];
};
