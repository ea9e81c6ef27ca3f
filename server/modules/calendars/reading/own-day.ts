import type { NamedRule } from '../rules/production-calendar.ts';
import { DayRule } from '../schema.ts';
import { textOf, valueOf, type Component } from './content-lines.ts';

/** What an event says in our own words, so that what was written is read as it was: other hours, shorter, worked. */
export const ownDayRule = 'X-OTKLIK-DAY';
export const ownDayName = 'X-OTKLIK-NAME';

/** `off`, `working`, `short 60`, `hours 09:00-13:00 14:00-16:00`. */
export function ruleWords(rule: NamedRule): string {
  if (rule.kind === 'hours') {
    return ['hours', ...rule.spans.map((span) => span.join('-'))].join(' ');
  }
  return rule.kind === 'short' ? `short ${rule.minutes}` : rule.kind;
}

/** Null: it says nothing in these words, or nothing that a calendar could keep. */
export function ownDayOf(event: Component): NamedRule | null {
  const [kind, ...rest] = (valueOf(event, ownDayRule) ?? '').split(' ');
  const name = textOf(event, ownDayName);
  const said = DayRule.safeParse({
    kind,
    ...(name && { name }),
    ...(kind === 'hours' && { spans: rest.map((span) => span.split('-')) }),
    ...(kind === 'short' && { minutes: Number(rest[0]) }),
  });
  return said.success ? (said.data as NamedRule) : null;
}
