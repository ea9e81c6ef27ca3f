import { z } from 'zod';
import { id, line, text, time } from '../../kernel/text.ts';
import { timeZone } from '../identity/public.ts';
import { Ref } from '../customers/public.ts';
import { changeable, Priority, TicketType } from '../tickets/public.ts';
import { parseRrule, weekdayCodes } from './rules/rrule.ts';

export const TicketTemplate = z
  .object({
    id: z.string(),
    name: z.string(),
    /** Liquid. */
    subject: z.string(),
    /** Liquid. */
    body: z.string(),
    html: z.string().nullable(),
    type: TicketType,
    priority: Priority,
    category: Ref.nullable(),
    team: Ref.nullable(),
    assignee: Ref.nullable(),
    tags: z.array(z.string()),
    fields: z.record(z.string(), z.unknown()),
    /** Null: whoever opens one names the customer. */
    requester: Ref.nullable(),
    uses: z.int(),
    lastUsedAt: time().nullable(),
    createdAt: time(),
    changedAt: time(),
    version: z.int(),
  })
  .meta({ id: 'TicketTemplate' });
export type TicketTemplate = z.infer<typeof TicketTemplate>;

export const ticketTemplateFields = {
  name: line({ min: 1, max: 120 }),
  subject: line({ min: 1, max: 500 }),
  body: text({ min: 1, max: 50_000 }),
  html: text({ min: 1, max: 200_000 }).nullable(),
  type: TicketType,
  priority: Priority,
  categoryId: id().nullable(),
  teamId: id().nullable(),
  assigneeId: id().nullable(),
  tags: changeable.tags,
  fields: changeable.fields,
  requesterId: id().nullable(),
};

/** A new ticket as a template would open it, for a form that somebody looks through first. */
export const FilledTicket = z
  .object({
    subject: z.string(),
    body: z.string(),
    html: z.string().nullable(),
    type: TicketType,
    priority: Priority,
    categoryId: z.string().nullable(),
    teamId: z.string().nullable(),
    assigneeId: z.string().nullable(),
    tags: z.array(z.string()),
    fields: z.record(z.string(), z.unknown()),
    requester: z
      .object({ id: z.string(), name: z.string(), email: z.string().nullable() })
      .nullable(),
  })
  .meta({ id: 'FilledTicket' });
export type FilledTicket = z.infer<typeof FilledTicket>;

const date = () => z.iso.date();
export const DayOff = z.enum(['keep', 'skip', 'before', 'after']);
export const MissedMode = z.enum(['newest', 'all', 'none']);

/** RFC 5545, dates only: what one sentence can say. */
const rrule = () =>
  line({ min: 1, max: 300 }).refine((value) => parseRrule(value) !== null, {
    message: 'not_rrule',
  });

export const recurrenceFields = {
  rrule: rrule(),
  /** The first day that may be one. */
  from: date(),
  /** On the zone's clock. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'not_clock_time' }),
  zone: timeZone(),
  calendarId: id().nullable(),
  dayOff: DayOff,
  missed: MissedMode,
  paused: z.boolean(),
};

const Said = z.object({
  every: z.enum(['day', 'week', 'month', 'year']),
  interval: z.int(),
  weekdays: z.array(z.object({ day: z.enum(weekdayCodes), nth: z.int().nullable() })),
  monthDays: z.array(z.int()),
  orLastDay: z.boolean(),
  months: z.array(z.int()),
  count: z.int().nullable(),
  until: z.string().nullable(),
});

const Coming = z.object({ on: z.string(), at: time() });

export const Recurrence = z
  .object({
    id: z.string(),
    template: Ref,
    rrule: z.string(),
    /** The rule in parts, for whoever says it in words. */
    repeat: Said,
    from: z.string(),
    at: z.string(),
    zone: z.string(),
    calendar: Ref.nullable(),
    dayOff: DayOff,
    missed: MissedMode,
    paused: z.boolean(),
    /** Null: paused, or none will follow. */
    nextAt: time().nullable(),
    version: z.int(),
    createdAt: time(),
    last: z
      .object({
        on: z.string(),
        outcome: z.enum(['opened', 'missed', 'failed']),
        problem: z.string().nullable(),
        at: time(),
      })
      .nullable(),
  })
  .meta({ id: 'Recurrence' });
export type Recurrence = z.infer<typeof Recurrence>;

export const RecurrencePreview = z
  .object({ repeat: Said, next: z.array(Coming) })
  .meta({ id: 'RecurrencePreview' });

export const RecurrenceRun = z
  .object({
    on: z.string(),
    outcome: z.enum(['opened', 'missed', 'failed']),
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }).nullable(),
    problem: z.string().nullable(),
    at: time(),
  })
  .meta({ id: 'RecurrenceRun' });
export type RecurrenceRun = z.infer<typeof RecurrenceRun>;

export type RecurringTables = {
  ticket_template: {
    workspace_id: string;
    id: string;
    name: string;
    subject: string;
    body: string;
    html: string | null;
    type: z.infer<typeof TicketType>;
    priority: z.infer<typeof Priority>;
    category_id: string | null;
    team_id: string | null;
    assignee_id: string | null;
    tags: string[];
    fields: Record<string, unknown>;
    requester_id: string | null;
    uses: number;
    last_used_at: Date | null;
    version: number;
    created_at: Date;
    changed_at: Date;
  };
  ticket_recurrence: {
    workspace_id: string;
    id: string;
    template_id: string;
    rrule: string;
    from_date: string;
    at_time: string;
    zone: string;
    calendar_id: string | null;
    day_off: z.infer<typeof DayOff>;
    missed: z.infer<typeof MissedMode>;
    paused: boolean;
    next_on: string | null;
    next_at: Date | null;
    version: number;
    created_at: Date;
  };
  ticket_recurrence_run: {
    workspace_id: string;
    recurrence_id: string;
    on: string;
    outcome: 'opened' | 'missed' | 'failed';
    ticket_id: string | null;
    problem: string | null;
    at: Date;
  };
};
