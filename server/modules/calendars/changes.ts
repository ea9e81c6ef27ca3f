import type { CommandContext } from '../../kernel/commands.ts';
import { invalid } from '../../kernel/errors.ts';
import { calendarChanged } from './events.ts';
import { hasHours } from './rules/year.ts';
import type { OwnDays } from './rules/production-calendar.ts';
import { maxDays, type Calendar } from './schema.ts';
import type { CalendarRecord } from './store.ts';

/** Screens show it at once; the audit log keeps what it said before. */
export function noteChange(
  ctx: CommandContext,
  action: string,
  before: Calendar | null,
  after: Calendar | null,
): void {
  const { id, name } = after ?? before ?? { id: '', name: '' };
  ctx.emit(calendarChanged, { calendarId: id });
  ctx.audit({
    action,
    subject: { kind: 'calendar', id, name },
    before: before && saidOf(before),
    after: after && saidOf(after),
  });
}

const saidOf = ({ name, zone, week, country, days, isDefault, teams }: Calendar) => ({
  name,
  timeZone: zone,
  week: Object.entries(week).map(
    ([day, spans]) => `${day} ${spans.map(([from, to]) => `${from}–${to}`).join(', ')}`,
  ),
  country,
  days: Object.keys(days).length,
  isDefault,
  teams: teams.map((team) => team.name),
});

export function withDays(
  before: OwnDays,
  asked: Readonly<Record<string, OwnDays[string] | null>>,
): OwnDays {
  const all = Object.entries({ ...before, ...asked }).filter(
    (entry): entry is [string, OwnDays[string]] => entry[1] !== null,
  );
  if (all.length > maxDays) {
    throw invalid('days', 'too_many');
  }
  return Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A clock by a calendar without any hours would never run out, and nobody would be told. */
export function mustHaveHours(row: CalendarRecord, now: Date, field = 'week'): void {
  if (!hasHours(row, now)) {
    throw invalid(field, 'no_hours');
  }
}
