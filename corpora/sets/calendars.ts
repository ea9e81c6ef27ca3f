import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Invitation } from '../../server/modules/channels/email/letter/letter.ts';
import { parseLetter } from '../../server/modules/channels/email/letter/parse-letter.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';
import { filesUnder } from '../mail-files.ts';

const DAY_MS = 86_400_000;

type Property = { readonly parameters: string; readonly value: string };
type Event = { readonly uid: string; readonly start: Property | null; readonly method: string };

const propertyOf = (lines: readonly string[], name: string): Property | null => {
  for (const line of lines) {
    const match = new RegExp(`^${name}((?:;(?:"[^"]*"|[^":])*)?):(.*)$`, 'i').exec(line);
    if (match !== null) {
      return { parameters: match[1] ?? '', value: (match[2] ?? '').trim() };
    }
  }
  return null;
};

/** The first event of the file that is no exception of a series, read line by line without the product's parser. */
const readEvent = (source: string): Event | null => {
  const unfolded = source.replace(/\r?\n[ \t]/g, '');
  const events = [...unfolded.matchAll(/^BEGIN:(VEVENT|VTODO)\r?\n([\s\S]*?)^END:\1/gim)].map(
    (match) => (match[2] ?? '').split(/\r?\n/),
  );
  const event = events.find((lines) => propertyOf(lines, 'RECURRENCE-ID') === null) ?? events[0];
  if (event === undefined) {
    return null;
  }
  const method = propertyOf(unfolded.split(/\r?\n/), 'METHOD')?.value.toLowerCase() ?? 'publish';
  return {
    uid: propertyOf(event, 'UID')?.value ?? '',
    start: propertyOf(event, 'DTSTART'),
    method: ['request', 'cancel', 'reply', 'publish'].includes(method) ? method : 'other',
  };
};

/** Wall clock of `20150401T140000Z`, as if it were UTC. */
const wallOf = (value: string): string | null => {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?/.exec(value);
  if (match === null) {
    return null;
  }
  const [, year, month, day, hour, minute, second] = match;
  return hour === undefined
    ? `${year}-${month}-${day}`
    : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
};

const shownIn = (zone: string, instant: string): string | null => {
  try {
    const shown = new Date(instant).toLocaleString('sv-SE', { timeZone: zone });
    return `${shown.replace(' ', 'T')}Z`;
  } catch {
    return null;
  }
};

/** In UTC or a whole day: exactly; in a zone of the IANA database: as its clock shows; in another zone: within a day. */
const startAgrees = (start: Property | null, found: string | null): boolean => {
  const wall = start === null ? null : wallOf(start.value);
  if (start === null || wall === null || found === null) {
    return wall === found;
  }
  const zone = /TZID="?([^";:]+)/i.exec(start.parameters)?.[1];
  const isExact = zone === undefined || !wall.includes('T');
  const shown = isExact ? found : shownIn(zone, found);
  return shown === null ? Math.abs(Date.parse(found) - Date.parse(wall)) <= DAY_MS : shown === wall;
};

const agrees = (event: Event | null, found: Invitation | null): boolean => {
  if (event === null || found === null) {
    return event === found;
  }
  return (
    event.uid === found.uid &&
    event.method === found.method &&
    startAgrees(event.start, found.startsAt)
  );
};

/** The calendar as mail programs send it: one of the forms of the body. */
const asLetter = (calendar: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(
      'From: a@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n' +
        '--b\r\nContent-Type: text/plain\r\n\r\nInvitation\r\n' +
        '--b\r\nContent-Type: text/calendar; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n',
    ),
    Buffer.from(calendar.toString('base64').replace(/.{76}/g, '$&\r\n')),
    Buffer.from('\r\n--b--\r\n'),
  ]);

const calendarSet = (name: string): CorpusSet => ({
  name: `email/${name}`,
  reach: 0.97,
  async run(dir) {
    const folder = join(dir, 'email', name);
    const invitations = newTally();
    for (const file of (await filesUnder(folder)).filter((path) => path.endsWith('.ics'))) {
      const calendar = await readFile(join(folder, file));
      const event = readEvent(calendar.toString('utf8'));
      const { invitation } = await parseLetter(asLetter(calendar));
      invitations.agree(
        agrees(event, invitation),
        () => `${file}: ${JSON.stringify(event)} ≠ ${JSON.stringify(invitation)}`,
      );
    }
    return invitations.tally();
  },
});

export const icalSamples = calendarSet('ical-samples');
export const nylasCalendar = calendarSet('nylas-calendar');
