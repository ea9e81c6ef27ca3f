import { escapeHtml, textToHtml } from '../../../../kernel/html/text-to-html.ts';
import type { Asked } from '../queries/find-asked.ts';
import { letterWords } from './letter-words.data.ts';

const longestAbout = 80;

/** A letter that asks, as text and as HTML; it says what the asker chose to show, and no more. */
export function writeLetter(asked: Asked, url: string) {
  const words = letterWords[asked.locale];
  const day = (at: Date) =>
    new Intl.DateTimeFormat(asked.locale, { dateStyle: 'long', timeZone: asked.zone }).format(at);
  const line = asked.text.replaceAll(/\s+/g, ' ').trim();
  const about = line.length > longestAbout ? `${line.slice(0, longestAbout).trimEnd()}…` : line;
  const { askedBy, company, subject, request, deadline } = asked;
  const before = [
    fill(words.asks, { askedBy, company }),
    asked.text,
    subject === null ? '' : fill(words.ticket, { subject }),
    request ? `${words.request}\n${request}` : '',
    deadline ? fill(words.until, { date: day(deadline) }) : '',
  ].filter(Boolean);
  const after = [
    fill(words.yours, { date: day(asked.linkEndsAt) }),
    asked.userId === null ? '' : words.here,
  ].filter(Boolean);
  const link = `<p><a href="${escapeHtml(url)}">${escapeHtml(words.open)}</a></p>`;
  return {
    subject: fill(asked.isReminder ? words.reminder : words.subject, { about }),
    text: [...before, `${words.open}: ${url}`, ...after].join('\n\n'),
    html: [...before.map(textToHtml), link, ...after.map(textToHtml)].join('\n'),
  };
}

/** Each placeholder once; a value is never read for placeholders itself. */
export const fill = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
