import { isBlank, type Line } from './line.ts';
import { isRule, isSignatureMark } from './markers.ts';
import { closingWords, deviceLines } from './signature.data.ts';

const LONGEST_LINES = 40;
const SHORT_LINE = 90;
const closings = new Set(closingWords);

const contact =
  /[^\s@]{1,64}@[^\s@]{2,}\.\p{L}{2}|\b(?:https?:\/\/|www\.)\S|\+\d[\d\s().-]{7,20}\d|\(\d{3,5}\)\s?\d[\d\s-]{4,12}|\b\d{1,4}[- ]\d{2,4}[- ]\d{2,4}(?:[- ]\d{2,4})?\b|(?:^|\s)(?:skype|telegram|whatsapp|viber|tel|phone|mob|fax|тел|моб|факс|телефон|ул|т|м)\s?[.:]/u;
const hasContact = ({ text }: Line): boolean => contact.test(text.slice(0, 400).toLowerCase());

/** Written by the telephone, not by the person: begins as such lines do and goes on for a few words only. */
export const isDeviceLine = (text: string): boolean => {
  const words = text.replace(/^[\s*_>]+/, '').toLowerCase();
  const start =
    words.length > 240 ? undefined : deviceLines.find((device) => words.startsWith(device));
  if (start === undefined) {
    return false;
  }
  const rest = words
    .slice(start.length)
    .replaceAll(/<[^<>]*>|\([^()]*\)|https?:\/\/\S+/g, '')
    .trim();
  return rest.split(/\s+/).length <= 7 && !/[,;!?]\s|\.\s+\p{L}/u.test(rest);
};

const isClosing = (text: string): boolean =>
  text.length <= 60 && closings.has(text.toLowerCase().replaceAll(/[,.!*_\s]+$|^[\s*_]+/g, ''));

const written = (lines: readonly Line[]): readonly Line[] => lines.filter((line) => !isBlank(line));

const allShort = (lines: readonly Line[], limit: number): boolean =>
  lines.length <= limit && lines.every(({ text }) => text.trim().length <= SHORT_LINE);

/** Below `--` all is signature, unless that is longer than any signature. */
const belowMark = (lines: readonly Line[]): number =>
  lines.findIndex(
    (line, index) => isSignatureMark(line.text) && lines.length - index <= LONGEST_LINES,
  );

/** Below a drawn line: a few short lines, or more with ways to reach somebody among them. */
const belowRule = (lines: readonly Line[]): number =>
  lines.findIndex((line, index) => {
    if (!isRule(line.text)) {
      return false;
    }
    const below = written(lines.slice(index + 1));
    const few = below.length > 0 && allShort(below, 3);
    return few || (allShort(below, 25) && below.some(hasContact));
  });

/** "Regards," and at least two short lines below, or one that says how to reach the writer. */
const belowClosing = (lines: readonly Line[]): number => {
  const from = Math.max(0, lines.length - 24);
  const first = lines.findIndex((line) => !isBlank(line));
  return lines.findIndex((line, index) => {
    if (index < from || index <= first || !isClosing(line.text)) {
      return false;
    }
    const below = written(lines.slice(index + 1));
    const reachable = below.some((one) => hasContact(one) && !isDeviceLine(one.text));
    return allShort(below, 12) && (below.length >= 2 || reachable);
  });
};

/** The last paragraph, when it is a visiting card: short lines, two of which say how to reach the writer. */
const visitingCard = (lines: readonly Line[]): number => {
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1] as Line)) {
    end -= 1;
  }
  let start = end;
  while (start > 0 && !isBlank(lines[start - 1] as Line)) {
    start -= 1;
  }
  const card = lines.slice(start, end);
  const fits =
    start > 0 && card.length >= 3 && allShort(card, 10) && card.filter(hasContact).length >= 2;
  return fits ? start : -1;
};

/** A device line that nothing but blanks and other device lines follows; a name right above belongs to it. */
const byDevice = (lines: readonly Line[]): number => {
  const first = lines.findIndex(
    (line, index) => isDeviceLine(line.text) && written(lines.slice(index + 1)).length <= 3,
  );
  if (
    first < 0 ||
    !written(lines.slice(first + 1)).every(
      ({ text }) => isDeviceLine(text) || text.trim().length <= 40,
    )
  ) {
    return -1;
  }
  const above = lines[first - 1];
  const isName =
    above !== undefined &&
    !isBlank(above) &&
    (lines[first - 2] === undefined || isBlank(lines[first - 2] as Line)) &&
    above.text.trim().split(/\s+/).length <= 3 &&
    !/[.!?:,]$/.test(above.text.trim()) &&
    first > 1;
  return isName ? first - 1 : first;
};

/** Signatures stand at the end: no rule looks further back, so that a long letter costs no more than a short one. */
const TAIL = 60;

/** Where the signature of a stretch of own words begins; -1 when it has none. */
export const signatureStart = (lines: readonly Line[]): number => {
  const from = Math.max(0, lines.length - TAIL);
  const tail = lines.slice(from);
  const inTail = [belowMark, belowRule, belowClosing, visitingCard, byDevice]
    .map((find) => find(tail))
    .filter((start) => start >= 0)
    .map((start) => start + from);
  const marked = lines.findIndex(({ mark }) => mark === 'signature');
  const starts = marked >= 0 ? [marked, ...inTail] : inTail;
  return starts.length === 0 ? -1 : Math.min(...starts);
};
