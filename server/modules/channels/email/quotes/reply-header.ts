import { dayWords, introWords, wroteWords } from './reply-header.data.ts';
import { isBlank, type Line } from './line.ts';

const LINE_LIMIT = 300;
const JOINED_LIMIT = 600;
const LINES_LIMIT = 6;

const escaped = (words: readonly string[]): string =>
  [...new Set(words)]
    .toSorted((one, other) => other.length - one.length)
    .map((word) =>
      word.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(' ', String.raw`\s`),
    )
    .join('|');

const intro = new RegExp(`^[\\s*_-]{0,8}(?:${escaped(introWords)})(?=[\\s\\d,])`, 'u');
const day = new RegExp(`^[\\s*]{0,4}(?:${escaped(dayWords)})[\\p{L}]{0,8}[.,]?\\s`, 'u');
const wroteLast = new RegExp(`(?:^|[\\s>"')])(?:${escaped(wroteWords)})\\s?[:：]?[\\s*_-]*$`, 'u');
const wroteInside = new RegExp(`(?:^|[\\s>"')])(?:${escaped(wroteWords)})(?=[\\s:：]|$)`, 'u');

const dateFirst =
  /^[\s*"«(]{0,4}(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}:\d{2}|\d{1,2}\.?\s\p{L}{3,12}\.?,?\s\d{4})/u;
const dateInside =
  /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b|\d{1,2}(?:st|nd|rd|th)?\.?,?\s(?:de\s)?\p{L}{3,12}|\p{L}{3,12}\.?\s\d{1,2}\b|\d{4}年/u;
const addressInside = /[^\s<>"']@[^\s<>"']|<\s*mailto:/;
const oldGmail = /^\d{4}-\d\d-\d\d \d{1,2}:\d\d gmt[+-]\d\d:\d\d .{1,80}$/;
const zoho = /^\s*-{3,}\s*.{5,300}\s(?:wrote|написал|schrieb|a écrit)[^\n]{0,4}\s-{3,}\s*$/;
const endsOpen = /[:：]\s*[*_]{0,2}\s*$/;

/** Whether the words of one or more joined lines say who wrote and when. */
const introduces = (joined: string): boolean => {
  if (zoho.test(joined) || oldGmail.test(joined)) {
    return true;
  }
  const dated = dateInside.test(joined);
  const addressed = addressInside.test(joined);
  if (wroteLast.test(joined)) {
    return dated || addressed;
  }
  return endsOpen.test(joined) && dated && (addressed || wroteInside.test(joined));
};

const couldBegin = (text: string): boolean => {
  if (text.trim().length < 6) {
    return false;
  }
  return (
    (intro.test(text) && /\d/.test(text)) ||
    dateFirst.test(text) ||
    (day.test(text) && /\d/.test(text)) ||
    zoho.test(text)
  );
};

/** `Ivan <i@example.org> wrote:`, without a date or with the date behind the name. */
const nameFirst = (text: string): boolean =>
  wroteInside.test(text) &&
  endsOpen.test(text) &&
  (/<[^<>\s]{1,100}@[^<>\s]{1,100}>/.test(text) || dateInside.test(text)) &&
  text.trim().split(/\s+/).length <= 16;

const isPlainText = (text: string): boolean =>
  /[.!?…]\s*$/.test(text) && !/\s(?:\d{1,2}|г|kl|p\.m|a\.m|uhr)\.\s*$/.test(text);

const mayFollow = (lines: readonly Line[], index: number, quoted: boolean): boolean => {
  const line = lines[index];
  return (
    line !== undefined &&
    line.quoted === quoted &&
    line.text.length <= LINE_LIMIT &&
    !isPlainText(line.text)
  );
};

const spanFrom = (lines: readonly Line[], start: number, quoted: boolean): number => {
  let joined = '';
  for (let index = start; index < start + LINES_LIMIT && joined.length < JOINED_LIMIT; index += 1) {
    if (index > start && !mayFollow(lines, index, quoted)) {
      return 0;
    }
    joined = `${joined} ${(lines[index]?.text ?? '').trim().toLowerCase()}`.trim();
    if (introduces(joined)) {
      return index - start + 1;
    }
  }
  return 0;
};

/** How many lines from `start` on introduce an old letter ("On … somebody wrote:", in thirty languages); 0 if none do. */
export const replyHeaderSpan = (lines: readonly Line[], start: number): number => {
  const line = lines[start];
  if (line === undefined || isBlank(line)) {
    return 0;
  }
  const text = line.text.length > LINE_LIMIT ? '' : line.text.toLowerCase();
  if (couldBegin(text)) {
    return spanFrom(lines, start, line.quoted);
  }
  return nameFirst(text) ? 1 : 0;
};
