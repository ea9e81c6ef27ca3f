export type Spans = [string, string][];

const time = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const span = new RegExp(String.raw`^${time}\s*[-–—]\s*${time}$`);
const two = (text: string | undefined): string => (text ?? '00').padStart(2, '0');

/** `9-18, 19:30–22` as people type it; null when it cannot be read. Empty: a day off. */
export function readSpans(text: string): Spans | null {
  const spans: Spans = [];
  for (const part of text.split(/[,;]/).map((each) => each.trim())) {
    if (part === '') {
      continue;
    }
    const [, h1, m1, h2, m2] = span.exec(part) ?? [];
    if (h1 === undefined || Number(h1) > 23 || Number(h2) > 24) {
      return null;
    }
    spans.push([`${two(h1)}:${two(m1)}`, `${two(h2)}:${two(m2)}`]);
  }
  return spans;
}

export const saySpans = (spans: readonly (readonly string[])[]): string =>
  spans.map(([from, to]) => `${from}–${to}`).join(', ');

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** The names of weekdays in the language of the screen, Monday first. 2024-01-01 was a Monday. */
export const weekdayNames = (locale: string, weekday: 'long' | 'short'): string[] =>
  weekdays.map((_, index) =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(
      Date.UTC(2024, 0, 1 + index),
    ),
  );
