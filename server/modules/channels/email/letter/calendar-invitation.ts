import ICAL from 'ical.js';
import { cutAt } from '../../../../kernel/text.ts';
import { cleanLine } from './clean-text.ts';
import type { Invitation, Mailbox } from './letter.ts';
import { instantOfZoned } from './zoned-time.ts';

const MAX_LENGTH = 512 * 1024;
const MAX_ATTENDEES = 500;
const MAX_LINE = 1000;

const methods: ReadonlySet<string> = new Set(['request', 'cancel', 'reply', 'publish']);

const line = (value: unknown): string =>
  typeof value === 'string' ? cutAt(cleanLine(value), MAX_LINE) : '';

const mailboxOf = (property: ICAL.Property | null): Mailbox | null => {
  if (property === null) {
    return null;
  }
  const email = property.getParameter('email');
  const value = line(property.getFirstValue()).replace(/^mailto:/i, '');
  const address = value.includes('@') || typeof email !== 'string' ? value : line(email);
  const name = line(property.getParameter('cn'));
  return address === '' && name === '' ? null : { name, address };
};

const isInstant = (value: unknown): value is ICAL.Time =>
  value instanceof ICAL.Time &&
  Number.isFinite(value.year) &&
  value.year > 0 &&
  value.year < 10_000;

/** RFC 3339 in UTC; the date alone for a whole day. A time without a known zone is taken as UTC. */
const stamp = (time: ICAL.Time, tzid: string | null): string | null => {
  if (time.isDate) {
    return `${String(time.year).padStart(4, '0')}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`;
  }
  const isFloating = time.zone === ICAL.Timezone.localTimezone;
  const local = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  const instant =
    isFloating && tzid !== null
      ? instantOfZoned(local, tzid)
      : isFloating
        ? local
        : time.toUnixTime() * 1000;
  return Number.isFinite(instant) ? new Date(instant).toISOString().replace('.000Z', 'Z') : null;
};

const tzidOf = (property: ICAL.Property | null): string | null => {
  const tzid = property?.getParameter('tzid');
  return typeof tzid === 'string' ? tzid : null;
};

const stampOf = (event: ICAL.Component, name: string): string | null => {
  const property = event.getFirstProperty(name);
  const value = property?.getFirstValue();
  return isInstant(value) ? stamp(value, tzidOf(property)) : null;
};

/** DTEND, DUE, or DTSTART with DURATION (RFC 5545 §3.6.1). */
const endOf = (event: ICAL.Component): string | null => {
  const stated = stampOf(event, 'dtend') ?? stampOf(event, 'due');
  const start = event.getFirstProperty('dtstart');
  const from = start?.getFirstValue();
  const duration = event.getFirstPropertyValue('duration');
  if (stated !== null || !isInstant(from) || !(duration instanceof ICAL.Duration)) {
    return stated;
  }
  const end = from.clone();
  end.addDuration(duration);
  return stamp(end, tzidOf(start));
};

const methodOf = (calendar: ICAL.Component, declared: string | null): Invitation['method'] => {
  const stated = calendar.getFirstPropertyValue('method');
  const method = (typeof stated === 'string' ? stated : (declared ?? 'publish')).toLowerCase();
  return methods.has(method) ? (method as Invitation['method']) : 'other';
};

/** The event that the letter is about: the series itself before its exceptions. */
const mainEvent = (calendar: ICAL.Component): ICAL.Component | null => {
  const events = [
    ...calendar.getAllSubcomponents('vevent'),
    ...calendar.getAllSubcomponents('vtodo'),
  ];
  return events.find((event) => !event.hasProperty('recurrence-id')) ?? events[0] ?? null;
};

const invitationOf = (calendar: ICAL.Component, declared: string | null): Invitation | null => {
  const event = mainEvent(calendar);
  if (event === null) {
    return null;
  }
  return {
    method: methodOf(calendar, declared),
    uid: line(event.getFirstPropertyValue('uid')),
    summary: line(event.getFirstPropertyValue('summary')),
    location: line(event.getFirstPropertyValue('location')),
    organizer: mailboxOf(event.getFirstProperty('organizer')),
    attendees: event
      .getAllProperties('attendee')
      .slice(0, MAX_ATTENDEES)
      .map(mailboxOf)
      .filter((attendee) => attendee !== null),
    startsAt: stampOf(event, 'dtstart'),
    endsAt: endOf(event),
    recurring: event.hasProperty('rrule') || event.hasProperty('rdate'),
  };
};

/** Lines that are no properties are dropped and torn ones joined: the calendar parser refuses the whole file for one. */
const mended = (text: string): string => {
  const kept: string[] = [];
  for (const row of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (/^[ \t]/.test(row) || /^[A-Za-z0-9-]+[;:]/.test(row)) {
      kept.push(row);
    }
  }
  const begun = kept.findIndex((row) => /^BEGIN:VCALENDAR/i.test(row));
  return begun < 0 ? '' : kept.slice(begun).join('\r\n');
};

const parsed = (text: string): ICAL.Component | null => {
  try {
    const jcal: unknown = ICAL.parse(text);
    const [first] = Array.isArray(jcal) && Array.isArray(jcal[0]) ? (jcal as unknown[][]) : [jcal];
    return Array.isArray(first)
      ? new ICAL.Component(first as ConstructorParameters<typeof ICAL.Component>[0])
      : null;
  } catch {
    return null;
  }
};

/**
 * The invitation in an iCalendar object (RFC 5545, 5546), or null when there is none or it cannot be read.
 * `declaredMethod`: the `method` parameter of the part. Never throws.
 */
export const readInvitation = (
  source: string,
  declaredMethod: string | null,
): Invitation | null => {
  if (source.length > MAX_LENGTH) {
    return null;
  }
  try {
    const calendar = parsed(source) ?? parsed(mended(source));
    return calendar === null ? null : invitationOf(calendar, declaredMethod);
  } catch {
    return null;
  }
};
