import { linesOf, type Fate } from './line.ts';
import { fatesOf, LINES_LOOKED_AT } from './segment.ts';

/** Neighbouring lines of one fate, in the order of the letter. */
export type Segment = { readonly fate: Fate; readonly text: string };

export type FoldedText = {
  /** What a reader sees at once; without empty lines around it. */
  readonly visible: string;
  /** The old letter and its frame. */
  readonly quoted: string;
  readonly signature: string;
};

/** Cuts a plain text into segments that put together give back the text, line by line. */
export const segmentsOf = (text: string): readonly Segment[] => {
  const raws = text.split('\n');
  const fates = fatesOf(linesOf(raws.slice(0, LINES_LOOKED_AT)));
  const beyond = fates.at(-1) ?? 'visible';
  const segments: { fate: Fate; lines: string[] }[] = [];
  for (const [index, raw] of raws.entries()) {
    const fate = fates[index] ?? beyond;
    const last = segments.at(-1);
    if (last !== undefined && last.fate === fate) {
      last.lines.push(raw);
    } else {
      segments.push({ fate, lines: [raw] });
    }
  }
  return segments.map(({ fate, lines }) => ({ fate, text: lines.join('\n') }));
};

const withoutEmptyEdges = (text: string): string => text.replace(/^(?:[ \t]*\n)+/, '').trimEnd();

const partOf = (segments: readonly Segment[], wanted: Fate): string =>
  withoutEmptyEdges(
    segments
      .filter(({ fate }) => fate === wanted)
      .map(({ text }) => text)
      .join('\n'),
  );

export const foldText = (text: string): FoldedText => {
  const segments = segmentsOf(text.replaceAll(/\r\n?/g, '\n'));
  return {
    visible: partOf(segments, 'visible'),
    quoted: partOf(segments, 'quoted'),
    signature: partOf(segments, 'signature'),
  };
};
