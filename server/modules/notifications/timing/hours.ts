import {
  compileWorkingTime,
  weekdays,
  type Span,
  type Weekday,
  type WorkingTime,
} from '../../calendars/public.ts';
import type { Digest, Quiet } from '../schema.ts';

const minute = 60_000;
const known = new Map<string, WorkingTime>();
const mostKnown = 2_000;

/** Few different ones are chosen, and each is asked for often. */
function compiled(zone: string, week: Partial<Record<Weekday, readonly Span[]>>): WorkingTime {
  const key = JSON.stringify([zone, week]);
  const found = known.get(key);
  if (found) {
    return found;
  }
  if (known.size >= mostKnown) {
    known.clear();
  }
  const made = compileWorkingTime({ zone, week });
  known.set(key, made);
  return made;
}

/** When somebody may be disturbed, as open hours: what is not quiet. */
function awake({ from, to, days }: Quiet, zone: string): WorkingTime {
  const open: readonly Span[] =
    from === to
      ? [['00:00', '24:00']]
      : from < to
        ? [...spanned('00:00', from), ...spanned(to, '24:00')]
        : spanned(to, from);
  const week = weekdays.filter((day) => !days.includes(day)).map((day) => [day, open] as const);
  return compiled(zone, Object.fromEntries(week));
}

const spanned = (from: string, to: string): Span[] => (from === to ? [] : [[from, to]]);

/** `at` itself, or when the quiet hours around it end. Who is never to be disturbed is told a day later all the same. */
export function afterQuiet(at: Date, quiet: Quiet | null, zone: string): Date {
  if (quiet === null) {
    return at;
  }
  const open = awake(quiet, zone).advanceToOpen(at.getTime());
  return open === null ? new Date(at.getTime() + 24 * 60 * minute) : new Date(open);
}

/** When the next digest goes out, strictly after `at`. */
export function nextDigest(at: Date, { every, at: hour }: Digest, zone: string): Date {
  if (every === 'hour') {
    const hourMs = 60 * minute;
    return new Date((Math.floor(at.getTime() / hourMs) + 1) * hourMs);
  }
  const opens = compiled(
    zone,
    Object.fromEntries(weekdays.map((day) => [day, [[hour, `${hour}:01`] as const]])),
  );
  return new Date(opens.nextOpen(at.getTime()) ?? at.getTime() + 24 * 60 * minute);
}
