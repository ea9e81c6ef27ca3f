import { z } from 'zod';
import { id, line } from '../../kernel/text.ts';
import { Condition, leavesOf, Priority, slaFields, Status } from '../tickets/public.ts';
import { EscalationStep, mostSteps, stepProblems } from './escalation/schema.ts';
import type { ClockState } from './rules/clock.ts';

const mostMinutes = 366 * 24 * 60;
const minutes = z.int().min(1).max(mostMinutes);
const goal = z.strictObject({
  minutes,
  /** Where some priorities get another time than all others. */
  byPriority: z.partialRecord(Priority, minutes).optional(),
});

/** `first_response`, `next_response`, `update`, `resolution`, or a target of one's own: a word for what ends with the ticket. */
const targetName = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
const targets = z
  .record(targetName, goal)
  .refine((all) => Object.keys(all).length > 0, { message: 'required' })
  .refine((all) => Object.keys(all).length <= 10, { message: 'too_many' });
const waiting = Status.exclude(['solved', 'closed', 'spam']);

export const SlaTerms = z
  .strictObject({
    targets,
    /** Shares of the time at which to warn, below 1. */
    warnAt: z.array(z.number().min(0.01).max(0.99)).max(5).default([0.8]),
    pausedIn: z.array(waiting).max(4).default(['pending', 'on_hold']),
    /** What a reopened ticket does to the clocks that ended with it. */
    onReopen: z.enum(['continue', 'restart', 'leave']).default('continue'),
    /** When another policy comes to fit: take it and keep what is used, begin anew, or stay with the first. */
    onChange: z.enum(['keep', 'restart', 'stay']).default('keep'),
    /** When the priority changes: the time of the new one with what is used, the new one from the beginning, or the first one. */
    onPriority: z.enum(['keep', 'restart', 'stay']).default('keep'),
    /** When another ticket is merged into this one: the time of whoever has waited longer holds, or this ticket's own. */
    onMerge: z.enum(['longest', 'own']).default('longest'),
    /** What happens around a breach, and whom it is told. */
    steps: z.array(EscalationStep).max(mostSteps).default([]),
  })
  .check(({ value, issues }) => {
    for (const { path, code } of stepProblems(value.steps, value.targets)) {
      issues.push({ code: 'custom', path: ['steps', ...path], message: code, input: value });
    }
  })
  .meta({ id: 'SlaTerms' });
export type SlaTerms = z.output<typeof SlaTerms>;

export const policyFields = {
  name: line({ min: 1, max: 120 }),
  /** Not about SLA state: what a policy promises would depend on what it promises. */
  condition: Condition.check(({ value, issues }) => {
    for (const { leaf, path } of leavesOf(value)) {
      if (slaFields.has(leaf.field)) {
        issues.push({
          code: 'custom',
          path: [...path, 'field'],
          message: 'asks_itself',
          input: value,
        });
      }
    }
  }),
  terms: SlaTerms,
  /** Null: round the clock. */
  calendarId: id().nullable(),
  byTeam: z.boolean(),
  active: z.boolean(),
  position: z.int().min(0).max(10_000),
};

export const SlaPolicy = z
  .object({
    id: z.string(),
    name: z.string(),
    position: z.int(),
    active: z.boolean(),
    condition: Condition,
    terms: SlaTerms,
    calendar: z.object({ id: z.string(), name: z.string() }).nullable(),
    byTeam: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'SlaPolicy' });
export type SlaPolicy = z.infer<typeof SlaPolicy>;

const at = z.iso.datetime().nullable();
export const Clock = z
  .object({
    target: z.string(),
    state: z.enum(['running', 'paused', 'stopped']),
    policy: z.object({ id: z.string(), name: z.string() }),
    goalMinutes: z.number(),
    /** Working time used by now. */
    usedMinutes: z.number(),
    startedAt: z.iso.datetime(),
    dueAt: at,
    stoppedAt: at,
    breachedAt: at,
  })
  .meta({ id: 'Clock' });

export type SlaTables = {
  sla_policy: {
    workspace_id: string;
    id: string;
    name: string;
    position: number;
    active: boolean;
    condition: Condition;
    terms: SlaTerms;
    calendar_id: string | null;
    by_team: boolean;
    version: number;
    created_at: Date;
  };
  ticket_clock: {
    workspace_id: string;
    ticket_id: string;
    target: string;
    policy_id: string;
    goal_ms: number;
    state: ClockState;
    started_at: Date;
    since: Date | null;
    used_ms: number;
    due_at: Date | null;
    stopped_at: Date | null;
    slowest_ms: number | null;
    stage: number;
    alarm_at: Date | null;
    breached_at: Date | null;
    fired: string[] | null;
    step_at: Date | null;
    priority: Priority | null;
  };
  sla_preview: {
    workspace_id: string;
    id: string;
    user_id: string;
    draft: unknown;
    state: 'running' | 'done' | 'failed';
    looked: number;
    total: number;
    found: unknown;
    created_at: Date;
    finished_at: Date | null;
  };
};
