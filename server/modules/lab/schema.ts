import { z } from 'zod';
import { id, time, version } from '../../kernel/text.ts';
import { RoutingRuleDefinition } from '../routing/public.ts';
import { RuleDefinition } from '../rules/public.ts';
import { policyFields } from '../sla/public.ts';

const PolicyDefinition = z.object({
  name: policyFields.name,
  condition: policyFields.condition,
  terms: policyFields.terms,
  calendarId: policyFields.calendarId,
  byTeam: policyFields.byTeam,
  active: policyFields.active,
});
export type PolicyDefinition = z.output<typeof PolicyDefinition>;

/**
 * Of a setting that is there: which, and the version that was looked at. A new one has neither. `place`: in the order of its like, from 1;
 * not given: where it stands, a new one last.
 */
const named = {
  id: id().nullable(),
  version: version().nullable(),
  place: z.int().min(1).max(10_000).optional(),
};

/** One setting as it would be; `null`: it would be gone. */
export const DraftChange = z
  .discriminatedUnion('setting', [
    z.strictObject({
      setting: z.literal('rule'),
      ...named,
      definition: z.strictObject(RuleDefinition.shape).nullable(),
    }),
    z.strictObject({
      setting: z.literal('sla_policy'),
      ...named,
      definition: z.strictObject(PolicyDefinition.shape).nullable(),
    }),
    z.strictObject({
      setting: z.literal('routing_rule'),
      ...named,
      definition: RoutingRuleDefinition.nullable(),
    }),
  ])
  .refine((change) => (change.id === null) === (change.version === null), {
    message: 'required',
    path: ['version'],
  })
  .refine((change) => change.id !== null || change.definition !== null, {
    message: 'required',
    path: ['definition'],
  })
  .meta({ id: 'DraftChange' });
export type DraftChange = z.output<typeof DraftChange>;

export const mostChanges = 20;
export const draftChanges = z.array(DraftChange).min(1).max(mostChanges);

export const RunState = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']);
export type RunState = z.infer<typeof RunState>;

const Two = z.object({ was: z.int(), would: z.int() });
export type Two = z.infer<typeof Two>;
const nameOf = z.string().nullable();

/** Totals of a replay. Every pair is "as it was" by today's settings, and "with the change". */
export const LabResult = z
  .object({
    tickets: z.object({
      opened: z.int(),
      /** Open already when the window begins. */
      older: z.int(),
      /** With any difference that is the change's own. */
      different: z.int(),
      /** With no other difference than that routing found somebody else, since others had other things in hand. */
      turns: z.int(),
      /** Whose beginning the log does not hold: put together from what changed later. */
      incomplete: z.int(),
      /** More than one run looks at: the ones that moved last were taken. */
      left: z.int(),
    }),
    /** How often the replay by today's settings ends as the ticket really is. */
    faithful: z.object({
      same: z.int(),
      of: z.int(),
      /** … with the same assignee; null: routing was not asked anew. */
      person: z.object({ same: z.int(), of: z.int() }).nullable(),
    }),
    /** `kept`: the change cannot lead tickets elsewhere, so they go where they went. `none`: there is no routing. */
    routing: z.enum(['anew', 'kept', 'none']),
    /** Tickets for which nobody was free at once, and how long they waited together. */
    waited: z.object({ tickets: Two, minutes: Two }),
    fields: z.array(
      z.object({
        field: z.string(),
        tickets: z.int(),
        pairs: z.array(z.object({ was: z.unknown(), would: z.unknown(), tickets: z.int() })),
      }),
    ),
    targets: z.array(
      z.object({
        target: z.string(),
        late: Two,
        met: Two,
        nowInTime: z.int(),
        nowLate: z.int(),
      }),
    ),
    warnings: Two,
    effects: z.array(z.object({ kind: z.string(), ...Two.shape })),
    rules: z.array(z.object({ id: z.string(), name: z.string(), ...Two.shape })),
    /** Changes by hand that are left to do. */
    byHand: z.array(z.object({ field: z.string(), ...Two.shape })),
    cut: Two,
    days: z.array(z.object({ day: z.iso.date(), opened: z.int(), different: z.int(), late: Two })),
    teams: z.array(z.object({ id: nameOf, came: Two, late: Two })),
    /** Tickets that people were given within these days, and the most that they had at once where routing was asked anew. */
    people: z.array(z.object({ id: z.string(), got: Two, most: Two })),
    /** Of everything that is named by an id above. */
    names: z.record(z.string(), z.string()),
    seconds: z.number(),
  })
  .meta({ id: 'LabResult' });
export type LabResult = z.infer<typeof LabResult>;

export const LabRun = z
  .object({
    id: z.string(),
    changes: z.array(DraftChange),
    /** What the changed settings are called. */
    title: z.string(),
    days: z.int(),
    state: RunState,
    /** Tickets looked at, of so many; null: not counted yet. */
    progress: z.object({ done: z.int(), of: z.int().nullable() }),
    result: LabResult.nullable(),
    /** Code of what went wrong. */
    problem: z.string().nullable(),
    kept: z.boolean(),
    switchedOnAt: time().nullable(),
    by: z.string(),
    createdAt: time(),
    finishedAt: time().nullable(),
    /** When it will be forgotten; null: it is kept. */
    forgottenAt: time().nullable(),
  })
  .meta({ id: 'LabRun' });
export type LabRun = z.infer<typeof LabRun>;

export const LabDifference = z.object({
  /** `field team`, `target first_response`, `effect reply`. */
  kind: z.string(),
  at: time(),
  was: z.unknown(),
  would: z.unknown(),
  /** Which of both sides a setting decided, and by which reason. */
  side: z.enum(['was', 'would']).nullable(),
  reason: z
    .object({ code: z.string(), params: z.record(z.string(), z.unknown()).optional() })
    .nullable(),
});
export type LabDifference = z.infer<typeof LabDifference>;

export const LabExample = z
  .object({
    ticketId: z.string(),
    number: z.int(),
    subject: z.string(),
    openedAt: time(),
    differences: z.array(LabDifference),
  })
  .meta({ id: 'LabExample' });

/** The rights that a draft asks for: whoever may change the setting may try it. */
export const rightFor: Record<DraftChange['setting'], string> = {
  rule: 'rule.change',
  sla_policy: 'sla.change',
  routing_rule: 'routing.change',
};
