import { z } from 'zod';
import { id, line, time } from '../../../kernel/text.ts';
import { Ref } from '../../customers/public.ts';
import { TicketFilter } from '../filter.ts';
import { changeable, Priority, SettableStatus, TicketType } from '../schema.ts';

/** Acts that are more than changes of fields; each goes alone. */
const deeds = ['answer', 'note', 'snooze', 'mergeInto', 'spam', 'follow'] as const;
export type Deed = (typeof deeds)[number];
export const deedOf = (changes: object): Deed | null =>
  deeds.find((name) => (changes as Record<string, unknown>)[name] !== undefined) ?? null;

/** What has been said cannot be unsaid. */
export const canBeUndone = (changes: object): boolean =>
  !['answer', 'note'].includes(deedOf(changes) ?? '');

export const mostTickets = 50_000;
export const bulkQueue = 'tickets.bulk';

const tag = line({ min: 1, max: 60 }).transform((value) => value.toLowerCase());
const tags = z.array(tag).min(1).max(20);

const written = {
  body: changeable.body,
  html: changeable.html.optional(),
};

/** Fields that are changed together, or one of the acts below them. */
export const BulkChanges = z
  .strictObject({
    status: SettableStatus.optional(),
    ownStatusId: id().optional(),
    priority: Priority.optional(),
    type: TicketType.optional(),
    assigneeId: id().nullable().optional(),
    teamId: id().nullable().optional(),
    categoryId: id().nullable().optional(),
    addTags: tags.optional(),
    removeTags: tags.optional(),
    /** Own fields by name; null empties one, the others stay. */
    fields: changeable.fields.optional(),
    /** The same answer to every customer, each in their own ticket. */
    answer: z.strictObject({ ...written, status: SettableStatus.optional() }).optional(),
    note: z.strictObject(written).optional(),
    snooze: z.union([time(), z.literal('answer')]).optional(),
    /** All of them become part of this one. */
    mergeInto: id().optional(),
    spam: z.boolean().optional(),
    /** For whoever asks. */
    follow: z.boolean().optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, { message: 'nothing_to_change' })
  .refine((changes) => deedOf(changes) === null || Object.keys(changes).length === 1, {
    message: 'one_act_at_a_time',
  })
  .meta({ id: 'BulkChanges' });
export type BulkChanges = z.infer<typeof BulkChanges>;

/** Tickets by id, or all that fit a filter, but for some. */
export const Selection = z.union([
  z.strictObject({ ids: z.array(id()).min(1).max(10_000) }),
  z.strictObject({
    matching: TicketFilter,
    except: z.array(id()).max(1_000).default([]),
  }),
]);
export type Selection = z.infer<typeof Selection>;

/**
 * `same`: it was so already; `kept`: an undo that leaves what somebody has changed since; `refused`: with the code of the
 * refusal; `cancelled`: not reached.
 */
export const Outcome = z.enum(['waiting', 'changed', 'same', 'kept', 'refused', 'cancelled']);
export type Outcome = z.infer<typeof Outcome>;

export const BulkAct = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'cancelling', 'cancelled', 'done']),
    total: z.int(),
    counts: z.object({
      waiting: z.int(),
      changed: z.int(),
      same: z.int(),
      kept: z.int(),
      refused: z.int(),
      cancelled: z.int(),
    }),
    changes: BulkChanges.or(z.object({})),
    by: Ref,
    undoOf: z.string().nullable(),
    undoneBy: z.string().nullable(),
    /** False for answers and notes: what has been said cannot be unsaid. */
    undoable: z.boolean(),
    createdAt: time(),
    finishedAt: time().nullable(),
  })
  .meta({ id: 'BulkAct' });
export type BulkAct = z.infer<typeof BulkAct>;

/** A field of a ticket that an undo left alone, and who has changed it since. */
export const Kept = z.object({ field: z.string(), by: z.string().nullable() });
export type Kept = z.infer<typeof Kept>;

export const BulkTicket = z
  .object({
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }),
    outcome: Outcome,
    code: z.string().nullable(),
    kept: z.array(Kept),
  })
  .meta({ id: 'BulkTicket' });
