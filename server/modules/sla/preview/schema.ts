import { z } from 'zod';
import { id, time } from '../../../kernel/text.ts';
import { calendarFields } from '../../calendars/public.ts';
import { policyFields } from '../schema.ts';

/** A setting as it would be saved. */
export const SlaDraft = z
  .union([
    z.strictObject({
      policy: z.strictObject({
        /** Null: a new one, behind all others. */
        policyId: id().nullable(),
        condition: policyFields.condition,
        terms: policyFields.terms,
        calendarId: policyFields.calendarId,
        byTeam: policyFields.byTeam,
        active: policyFields.active.default(true),
      }),
    }),
    z.strictObject({
      calendar: z.strictObject({
        calendarId: id(),
        zone: calendarFields.zone,
        week: calendarFields.week,
        country: calendarFields.country,
        /** All of them: what is not named is no day of its own. */
        days: calendarFields.days,
        /** The teams that would work by it; not given: those of now. */
        teamIds: calendarFields.teamIds.optional(),
      }),
    }),
  ])
  .meta({ id: 'SlaDraft' });
export type SlaDraft = z.output<typeof SlaDraft>;

/** What becomes of a ticket: `gains` and `loses` its times, `moves` to another policy, or is due `sooner` or `later`. */
export const previewKinds = ['gains', 'loses', 'moves', 'sooner', 'later'] as const;
export const PreviewKind = z.enum(previewKinds);
export type PreviewKind = z.infer<typeof PreviewKind>;

const side = z.object({ policy: z.string().nullable(), dueAt: time().nullable() });
const count = z.int();

export const SlaChange = z.object({
  ticketId: z.string(),
  kind: PreviewKind,
  /** Overdue at once, and was not before. */
  late: z.boolean(),
  before: side,
  after: side,
});
export type SlaChange = z.infer<typeof SlaChange>;

export const SlaFound = z.object({
  changed: count,
  late: count,
  gains: count,
  loses: count,
  moves: count,
  sooner: count,
  later: count,
  examples: z.array(SlaChange),
});
export type SlaFound = z.infer<typeof SlaFound>;

export const SlaPreview = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'done', 'failed']),
    looked: count,
    /** Open tickets when it began. */
    total: count,
    counts: SlaFound.omit({ examples: true }),
    examples: z.array(
      SlaChange.omit({ ticketId: true }).extend({
        ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }),
      }),
    ),
  })
  .meta({ id: 'SlaPreview' });
export type SlaPreview = z.infer<typeof SlaPreview>;
