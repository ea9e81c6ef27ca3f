import { z } from 'zod';
import { id, line, text, time } from '../../kernel/text.ts';
import {
  changeable,
  Condition,
  ConditionProblem,
  Priority,
  TicketType,
} from '../tickets/public.ts';

export const RuleEvent = z.enum(['opened', 'customer_wrote', 'agent_answered', 'noted', 'changed']);
export type RuleEvent = z.infer<typeof RuleEvent>;

/** From which moment a rule of time counts. */
export const RuleMoment = z.enum(['opened', 'customer_wrote', 'we_answered', 'changed', 'solved']);
export type RuleMoment = z.infer<typeof RuleMoment>;

export const RuleTrigger = z
  .union([
    z.strictObject({ on: z.array(RuleEvent).min(1).max(5) }),
    z.strictObject({ since: RuleMoment, minutes: z.int().min(5).max(525_600) }),
  ])
  .meta({ id: 'RuleTrigger' });
export type RuleTrigger = z.infer<typeof RuleTrigger>;

const settableStatus = z.enum(['open', 'pending', 'on_hold', 'solved', 'closed']);
const tags = z.array(line({ min: 1, max: 60 }).transform((tag) => tag.toLowerCase())).max(20);
const said = text({ min: 1, max: 5_000 });

export const RuleAction = z
  .union([
    z.strictObject({ kind: z.literal('status'), value: settableStatus }),
    z.strictObject({ kind: z.literal('priority'), value: Priority }),
    z.strictObject({ kind: z.literal('type'), value: TicketType }),
    z.strictObject({ kind: z.literal('category'), value: id().nullable() }),
    z.strictObject({ kind: z.literal('team'), value: id().nullable() }),
    z.strictObject({ kind: z.literal('assignee'), value: id().nullable() }),
    z.strictObject({ kind: z.literal('region'), value: changeable.region }),
    z.strictObject({
      kind: z.literal('own'),
      name: z.string().regex(/^[a-zA-Z][a-zA-Z0-9_]{0,59}$/, { message: 'not_field_name' }),
      value: text({ max: 1_000 }).nullable(),
    }),
    z
      .strictObject({ kind: z.literal('tags'), add: tags, remove: tags })
      .refine(({ add, remove }) => add.length + remove.length > 0, {
        message: 'required',
        path: ['add'],
      }),
    z.strictObject({ kind: z.literal('note'), text: said }),
    z.strictObject({ kind: z.literal('reply'), templateId: id() }),
    z.strictObject({
      kind: z.literal('notify'),
      userIds: z.array(id()).max(20),
      /** Also whoever has the ticket then. */
      assignee: z.boolean(),
      text: said,
    }),
    z.strictObject({
      kind: z.literal('task'),
      text: line({ min: 1, max: 500 }),
      userId: id().nullable(),
      /** Where nobody is named: whoever has the ticket then. */
      assignee: z.boolean(),
      /** After the rule acts; null: without a deadline. */
      dueInMinutes: z.int().min(5).max(525_600).nullable(),
    }),
    /** Calls those who answer for the ticket; an absent one is called by whoever substitutes, nobody by the leads. */
    z
      .strictObject({
        kind: z.literal('escalate'),
        /** Of the ticket's team. */
        leads: z.boolean(),
        /** Of the ticket's team; where none is, of the whole company. */
        onDuty: z.boolean(),
        userIds: z.array(id()).max(20),
        /** Also in the quiet hours of those who are called; whoever is on duty is called at once anyway. */
        overridesQuiet: z.boolean(),
        text: said,
      })
      .refine(({ leads, onDuty, userIds }) => leads || onDuty || userIds.length > 0, {
        message: 'required',
        path: ['userIds'],
      }),
    z.strictObject({ kind: z.literal('webhook'), url: z.url({ protocol: /^https?$/ }).max(2_000) }),
    z.strictObject({ kind: z.literal('run'), ruleId: id() }),
  ])
  .meta({ id: 'RuleAction' });
export type RuleAction = z.infer<typeof RuleAction>;

export const ruleFields = {
  name: line({ min: 1, max: 120 }),
  enabled: z.boolean(),
  trigger: RuleTrigger,
  condition: Condition,
  actions: z.array(RuleAction).min(1).max(20),
};

export const RuleDefinition = z.object(ruleFields).meta({ id: 'RuleDefinition' });
export type RuleDefinition = z.infer<typeof RuleDefinition>;

/** Where a rule names what is not there (any more): `condition.all.0.values.0`, `actions.1`. */
export const RuleProblem = ConditionProblem;

export const Rule = z
  .object({
    id: z.string(),
    ...ruleFields,
    version: z.int(),
    changedAt: time(),
    changedBy: z.string(),
    problems: z.array(RuleProblem),
    uses: z.object({ total: z.int(), last30Days: z.int(), lastAt: time().nullable() }),
    failedEffects: z.int(),
  })
  .meta({ id: 'Rule' });
export type Rule = z.infer<typeof Rule>;

export const RuleEffect = z
  .object({
    id: z.string(),
    rule: z.object({ id: z.string(), name: z.string(), version: z.int() }),
    ticketId: z.string(),
    ticketNumber: z.int().nullable(),
    action: RuleAction,
    state: z.enum(['queued', 'done', 'failed']),
    attempts: z.int(),
    problem: z.string().nullable(),
    createdAt: time(),
    finishedAt: time().nullable(),
  })
  .meta({ id: 'RuleEffect' });
export type RuleEffect = z.infer<typeof RuleEffect>;

/** Done later than the change itself, since they write, or ask the world. */
export const isOutward = ({ kind }: RuleAction): boolean => outward.has(kind);
const outward = new Set<RuleAction['kind']>([
  'note',
  'reply',
  'notify',
  'task',
  'escalate',
  'webhook',
]);
