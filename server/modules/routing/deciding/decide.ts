import type { Policy, Proposal, Situation } from '../../tickets/public.ts';
import type { Decision, MadeDecision, PassedRule } from '../decision.ts';
import { callFor, routingKey, type Placed, type Routing } from './call.ts';
import { choose, type Loads, type Presence } from './choose.ts';
import type { RoutingStep } from '../schema.ts';
import type { Agent, CompiledRouting, CompiledRule } from './compile.ts';

/** All that a decision looks at beside the ticket. */
export type RoutingSettings = CompiledRouting & {
  readonly loads: Loads;
  readonly availability: Presence;
  readonly placed: Placed | null;
};

/** What follows beside changes of the ticket. */
export type RoutingEffect =
  | {
      readonly kind: 'routed';
      readonly decision: MadeDecision;
      readonly teamChosen: boolean;
      /** It was never routed before. */
      readonly first: boolean;
    }
  | { readonly kind: 'left' | 'ranked' };

/**
 * Sends a ticket to a team and to somebody of it: the first rule that fits, the first of its steps where somebody is free. It
 * decides at most once for whatever happened.
 */
export const routingPolicy: Policy<RoutingSettings> = {
  name: 'routing',
  decide(situation, settings) {
    const call = situation.done.has(routingKey)
      ? null
      : callFor(situation, settings.placed, settings);
    if (call === null) {
      return null;
    }
    if (call.kind !== 'route') {
      return call.kind === 'leave' ? leaving : ranking;
    }
    const decision = route(situation, settings, call.boundTeamId);
    if (isWorthSaying(decision, call, settings.placed)) {
      return proposalOf(decision, call.boundTeamId !== null, settings.placed === null);
    }
    if (settings.placed?.waiting) {
      return decision.outcome === 'none' ? leaving : ranking;
    }
    return null;
  },
};

const quietly = (kind: 'left' | 'ranked'): Proposal => ({
  changes: {},
  reason: { code: 'routed' },
  effect: { kind } satisfies RoutingEffect,
});
const leaving = quietly('left');
const ranking = quietly('ranked');

function isWorthSaying(
  { outcome, rule, teamId }: MadeDecision,
  call: Routing,
  placed: Placed | null,
) {
  if (outcome === 'none' || rule?.id === call.unlessRuleId) {
    return false;
  }
  const waitsAsBefore =
    call.again && outcome === 'waiting' && rule?.id === placed?.ruleId && teamId === placed?.teamId;
  return !waitsAsBefore;
}

const codes = { handed: 'routed', team: 'routed_to_team', waiting: 'routing_waits' } as const;

function proposalOf(decision: MadeDecision, teamChosen: boolean, first: boolean): Proposal {
  const { outcome, rule, steps, teamId, userId } = decision;
  const last = steps.at(-1);
  const effect: RoutingEffect = { kind: 'routed', decision, teamChosen, first };
  return {
    changes: { teamId, assigneeId: userId },
    reason: {
      code: codes[outcome as keyof typeof codes],
      params: {
        routingRuleId: rule?.id,
        name: rule?.name,
        way: last?.way,
        ...(outcome === 'handed' && { why: last?.candidates[0]?.[1] }),
      },
    },
    key: routingKey,
    effect,
  };
}

const mostHeld = 6;
const mostPassed = 20;
const mostCandidates = 60;

/**
 * The whole decision over a ticket, whoever has it now: what a person is shown as "why here".
 * @param boundTeamId only this team is asked
 */
export function route(
  situation: Pick<Situation, 'ticket' | 'facts' | 'now'>,
  settings: Omit<RoutingSettings, 'placed'>,
  boundTeamId: string | null,
): MadeDecision {
  const passed: PassedRule[] = [];
  for (const rule of settings.rules) {
    const { id, name } = rule;
    if (!rule.condition.test(situation)) {
      passed.push(rule.whyNot(situation));
    } else if (boundTeamId !== null && !rule.steps.some(({ teamId }) => teamId === boundTeamId)) {
      passed.push(rule.leadsElsewhere);
    } else {
      return {
        ...follow(rule, { situation, settings, boundTeamId }),
        rule: { id, name },
        held: rule.said(rule.condition.explain(situation).slice(0, mostHeld)),
        ...cut(passed),
      };
    }
  }
  const nothing = { rule: null, held: [], steps: [], teamId: null, userId: null };
  return { ...nothing, outcome: 'none', ...cut(passed) };
}

/** The rules nearest before the one that fitted say most. */
const cut = (passed: readonly PassedRule[]) => ({
  passed: passed.slice(-mostPassed),
  more: Math.max(0, passed.length - mostPassed),
});

type Following = {
  readonly situation: Pick<Situation, 'ticket' | 'facts' | 'now'>;
  readonly settings: Omit<RoutingSettings, 'placed'>;
  readonly boundTeamId: string | null;
};

function follow(rule: CompiledRule, { situation, settings, boundTeamId }: Following) {
  const steps: Decision['steps'] = [];
  const asked = rule.steps.filter(({ teamId }) => boundTeamId === null || teamId === boundTeamId);
  for (const step of asked) {
    const { teamId, who, way } = step;
    const { userId, candidates } = choose({
      step,
      people: peopleOf(step, settings, situation.now),
      skills: rule.skills,
      lastAgentId: situation.facts.requester.lastAgentId,
      loads: settings.loads,
      availability: settings.availability,
      now: situation.now,
    });
    const more = Math.max(0, candidates.length - mostCandidates);
    steps.push({ teamId, who, way, candidates: candidates.slice(0, mostCandidates), more });
    if (userId !== null) {
      return { outcome: 'handed' as const, steps, teamId, userId };
    }
    if (way === 'team') {
      return { outcome: 'team' as const, steps, teamId, userId: null };
    }
  }
  return { outcome: 'waiting' as const, steps, teamId: asked[0]?.teamId ?? null, userId: null };
}

/** The duty need not be of the team: at night one person may have all of them. */
function peopleOf(
  { teamId, who }: RoutingStep,
  { members, agents, availability }: Pick<RoutingSettings, 'members' | 'agents' | 'availability'>,
  now: Date,
): readonly Agent[] {
  return who === 'on_duty'
    ? availability.dutyOf(teamId, now).flatMap((id) => agents.get(id) ?? [])
    : (members.get(teamId) ?? []);
}
