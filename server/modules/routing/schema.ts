import type { Generated, JSONColumnType } from 'kysely';
import { z } from 'zod';
import { id, line, time } from '../../kernel/text.ts';
import { Condition, ConditionProblem } from '../tickets/public.ts';
import { Decision } from './decision.ts';

const level = z.int().min(1).max(5);

export const NeededSkill = z.strictObject({ skillId: id(), level });
export type NeededSkill = z.infer<typeof NeededSkill>;

/** How one of several people is chosen; `team`: nobody is, the ticket goes to the team. */
export const RoutingWay = z.enum(['round_robin', 'least_loaded', 'best_skilled', 'team']);
export type RoutingWay = z.infer<typeof RoutingWay>;

export const RoutingStep = z
  .strictObject({
    teamId: id(),
    /** Whoever works now, or whoever is on duty. */
    who: z.enum(['available', 'on_duty']).default('available'),
    way: RoutingWay,
    /** Whoever had the customer's last ticket, if they are among those who could get it. */
    lastAgentFirst: z.boolean().default(false),
    /** Takes people without the skills that the rule asks for. */
    anySkill: z.boolean().default(false),
  })
  .meta({ id: 'RoutingStep' });
export type RoutingStep = z.infer<typeof RoutingStep>;

export const ruleFields = {
  name: line({ min: 1, max: 120 }),
  enabled: z.boolean(),
  condition: Condition,
  skills: z
    .array(NeededSkill)
    .max(10)
    .refine((list) => new Set(list.map(({ skillId }) => skillId)).size === list.length, {
      message: 'twice',
    }),
  steps: z.array(RoutingStep).min(1).max(8),
};

export const RuleDefinition = z.strictObject({
  name: ruleFields.name,
  enabled: ruleFields.enabled.default(true),
  condition: ruleFields.condition,
  skills: ruleFields.skills.default([]),
  steps: ruleFields.steps,
});
export type RuleDefinition = z.infer<typeof RuleDefinition>;

export const RoutingRule = z
  .object({
    id: z.string(),
    ...ruleFields,
    version: z.int(),
    changedAt: time(),
    changedBy: z.string(),
    /** What it names and is not there any more. */
    problems: z.array(ConditionProblem),
    waiting: z.int(),
  })
  .meta({ id: 'RoutingRule' });

export const Skill = z
  .object({ id: z.string(), name: z.string(), version: z.int(), people: z.int() })
  .meta({ id: 'Skill' });

export const skillName = line({ min: 1, max: 60 });

/** Somebody as routing sees them now. */
export const RoutingAgent = z
  .object({
    user: z.object({ id: z.string(), name: z.string() }),
    teams: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Null: any number. */
    capacity: z.int().nullable(),
    skills: z.array(z.object({ skillId: z.string(), level })),
    /** Open tickets, weighed by their priority. */
    load: z.int(),
    tickets: z.int(),
    /** Whether their role lets them work on tickets. */
    mayTake: z.boolean(),
    state: z.enum(['available', 'away', 'off_hours', 'absent']),
    until: time().nullable(),
    onDuty: z.boolean(),
  })
  .meta({ id: 'RoutingAgent' });

export const agentFields = {
  capacity: z.int().min(0).max(1_000).nullable(),
  skills: ruleFields.skills.max(50),
};

const Named = z.object({ id: z.string(), name: z.string() });

export const WaitingTicket = z
  .object({
    ticket: z.object({
      id: z.string(),
      number: z.int(),
      subject: z.string(),
      priority: z.string(),
    }),
    rule: Named,
    team: Named,
    since: time(),
  })
  .meta({ id: 'WaitingTicket' });

export const ShownDecision = Decision.extend({
  at: time().nullable(),
  /** What ids of the decision are called now. */
  names: z.record(z.string(), z.string()),
}).meta({ id: 'RoutingDecision' });

type Json<T extends object> = JSONColumnType<T, string, string>;

export type RoutingTables = {
  routing_rule: {
    workspace_id: string;
    id: string;
    name: string;
    enabled: boolean;
    position: number;
    condition: Json<Condition>;
    skills: Json<NeededSkill[]>;
    steps: Json<RoutingStep[]>;
    version: number;
    created_at: Date;
    changed_at: Date;
    changed_by_name: string;
    edition: number | null;
  };
  routing_rule_edition: {
    workspace_id: string;
    number: number;
    rule_id: string;
    name: string;
    condition: Json<Condition>;
  };
  skill: { workspace_id: string; id: string; name: string; version: number; created_at: Date };
  agent_skill: { workspace_id: string; user_id: string; skill_id: string; level: number };
  agent_capacity: { workspace_id: string; user_id: string; capacity: number };
  routing_place: {
    workspace_id: string;
    ticket_id: string;
    rule_id: string;
    team_id: string;
    user_id: string | null;
    waiting_since: Date | null;
    urgency: number;
    team_chosen: boolean;
    by_hand: Generated<boolean>;
  };
};
