import type { NamedRule } from '../rules/production-calendar.ts';

/** What a file says of days; `passedOver`: entries that say nothing of whole days. */
export type ReadDays = {
  readonly days: Readonly<Record<string, NamedRule>>;
  readonly passedOver: number;
};
