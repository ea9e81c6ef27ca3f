import type { JSONColumnType } from 'kysely';
import { z } from 'zod';
import { id, line, text, time } from '../../../kernel/text.ts';
import { Ref } from '../../customers/public.ts';
import {
  changeable,
  Condition,
  ConditionProblem,
  Priority,
  SettableStatus,
  TicketType,
} from '../../tickets/public.ts';
import { templateFields } from '../schema.ts';

const tag = line({ min: 1, max: 60 }).transform((value) => value.toLowerCase());
const tags = z.array(tag).min(1).max(20);

/** What a macro does to a ticket, in this order: fields, note, answer with the status, putting aside, team. */
export const MacroActs = z
  .strictObject({
    status: SettableStatus.optional(),
    priority: Priority.optional(),
    type: TicketType.optional(),
    /** `me`: whoever runs it. */
    assigneeId: z
      .union([z.literal('me'), id()])
      .nullable()
      .optional(),
    teamId: id().nullable().optional(),
    categoryId: id().nullable().optional(),
    addTags: tags.optional(),
    removeTags: tags.optional(),
    /** Own fields by name; null empties one, the others stay. */
    fields: changeable.fields.optional(),
    /** Liquid, for colleagues. */
    note: text({ min: 1, max: 10_000 }).optional(),
    /** A template, in the language that is asked for. */
    answerTemplateId: id().optional(),
    snooze: z
      .union([z.literal('answer'), z.strictObject({ hours: z.int().min(1).max(8_760) })])
      .optional(),
  })
  .refine((acts) => Object.keys(acts).length > 0, { message: 'nothing_to_change' })
  .refine(({ status, snooze }) => !(snooze && (status === 'solved' || status === 'closed')), {
    message: 'not_allowed',
    path: ['snooze'],
  })
  .meta({ id: 'MacroActs' });
export type MacroActs = z.infer<typeof MacroActs>;

export const Macro = z
  .object({
    id: z.string(),
    name: z.string(),
    team: Ref.nullable(),
    /** Types of tickets that it is offered for; empty: all. */
    types: z.array(TicketType),
    /** Of those tickets it is offered for the ones for which this holds. */
    condition: Condition,
    /** Where the condition names what is not there (any more). */
    conditionProblems: z.array(ConditionProblem),
    acts: MacroActs,
    /** The template of its answer. */
    template: Ref.nullable(),
    digit: z.int().nullable(),
    uses: z.int(),
    createdAt: time(),
    lastUsedAt: time().nullable(),
    /** When what it does was last changed or looked over. */
    changedAt: time(),
    version: z.int(),
  })
  .meta({ id: 'Macro' });
export type Macro = z.infer<typeof Macro>;

export const macroFields = {
  name: line({ min: 1, max: 120 }),
  teamId: id().nullable(),
  types: templateFields.types,
  condition: Condition,
  acts: MacroActs,
  digit: z.int().min(1).max(9).nullable(),
};

export type MacroTables = {
  macro: {
    workspace_id: string;
    id: string;
    name: string;
    team_id: string | null;
    types: TicketType[];
    condition: Condition;
    acts: JSONColumnType<MacroActs>;
    template_id: string | null;
    digit: number | null;
    uses: number;
    last_used_at: Date | null;
    version: number;
    created_at: Date;
    changed_at: Date;
  };
  macro_run: {
    workspace_id: string;
    id: string;
    macro_id: string;
    ticket_id: string;
    user_id: string;
    request_key: string | null;
    before: JSONColumnType<Record<string, unknown>>;
    after: JSONColumnType<Record<string, unknown>>;
    message_id: string | null;
    at: Date;
    undone_at: Date | null;
  };
};
