import type { Availabilities } from '../../availability/public.ts';
import type { Candidate } from '../decision.ts';
import type { NeededSkill, RoutingStep } from '../schema.ts';
import type { Agent } from './compile.ts';

/** What people have in hand at this moment. */
export type Loads = {
  /** Open tickets, weighed by their priority. */
  weightOf(userId: string): number;
  /** Compared as text: whose is the smallest has waited longest; empty: never was given one. */
  turnOf(userId: string): string;
  /** Left since the settings were compiled. */
  readonly gone: ReadonlySet<string>;
};

/** Who is there. */
export type Presence = Pick<Availabilities, 'of' | 'dutyOf'>;

export type Choosing = {
  readonly step: RoutingStep;
  /** Of the team; in a step of the duty, whoever has it. */
  readonly people: readonly Agent[];
  readonly skills: readonly NeededSkill[];
  readonly lastAgentId: string | null;
  readonly loads: Loads;
  readonly availability: Presence;
  readonly now: Date;
};

export type Chosen = {
  readonly userId: string | null;
  readonly candidates: readonly Candidate[];
};

/** Goes through the people of a step: who could be given the ticket, and which of them is. */
export function choose(choosing: Choosing): Chosen {
  const { step, people, loads } = choosing;
  const { way } = step;
  if (way === 'team') {
    return { userId: null, candidates: [] };
  }
  const barred: Candidate[] = [];
  const able: Agent[] = [];
  for (const agent of people) {
    const bar = barOf(agent, choosing);
    if (bar) {
      barred.push([agent.id, ...bar]);
    } else {
      able.push(agent);
    }
  }
  const ranked = able.toSorted(orders[way](choosing));
  const known = step.lastAgentFirst ? knownToCustomer(able, choosing) : null;
  const first = known?.agent ?? ranked[0];
  if (!first) {
    return { userId: null, candidates: barred };
  }
  const state = ({ id, capacity }: Agent) => [loads.weightOf(id), capacity] as const;
  const others = ranked.filter((agent) => agent !== first);
  return {
    userId: first.id,
    candidates: [
      [first.id, known?.why ?? 'chosen', ...state(first)],
      ...others.map((agent): Candidate => [agent.id, behind[way], ...state(agent)]),
      ...barred,
    ],
  };
}

const behind = {
  round_robin: 'later',
  least_loaded: 'busier',
  best_skilled: 'less_skilled',
} as const;

type Bar = [string, ...(string | number | null)[]];

/** Why somebody cannot be given it; null: they can. */
function barOf(agent: Agent, choosing: Choosing): Bar | null {
  const { step, skills, loads } = choosing;
  if (!agent.active || loads.gone.has(agent.id)) {
    return ['inactive'];
  }
  if (!agent.mayTake) {
    return ['no_right'];
  }
  const away = presenceBar(agent, choosing);
  if (away) {
    return away;
  }
  const lacking = step.anySkill
    ? undefined
    : skills.find(({ skillId, level }) => (agent.skills.get(skillId) ?? 0) < level);
  if (lacking) {
    return ['skill', lacking.skillId, lacking.level, agent.skills.get(lacking.skillId) ?? 0];
  }
  const load = loads.weightOf(agent.id);
  return agent.capacity !== null && load >= agent.capacity ? ['full', load, agent.capacity] : null;
}

function presenceBar({ id }: Agent, { availability, now }: Choosing): Bar | null {
  const { state, until } = availability.of(id, now);
  return state === 'available' ? null : [state, until?.toISOString() ?? null];
}

type Known = { readonly agent: Agent; readonly why: 'last_agent' | 'substitute' };

/** Whoever had the customer's last ticket; while they are absent, whoever stands in for them. */
function knownToCustomer(
  able: readonly Agent[],
  { lastAgentId, availability, now }: Choosing,
): Known | null {
  if (lastAgentId === null) {
    return null;
  }
  const last = able.find(({ id }) => id === lastAgentId);
  if (last) {
    return { agent: last, why: 'last_agent' };
  }
  const { state, substituteId } = availability.of(lastAgentId, now);
  const standIn = state === 'absent' ? able.find(({ id }) => id === substituteId) : undefined;
  return standIn ? { agent: standIn, why: 'substitute' } : null;
}

type Order = (a: Agent, b: Agent) => number;

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : Number(a > b));

/** Whose turn it is; among those who never had one, and in a replay without turns, always in the same order. */
const byTurn =
  ({ loads }: Choosing): Order =>
  (a, b) =>
    compare(loads.turnOf(a.id), loads.turnOf(b.id)) || compare(a.id, b.id);

const byLoad =
  (choosing: Choosing): Order =>
  (a, b) =>
    choosing.loads.weightOf(a.id) - choosing.loads.weightOf(b.id) || byTurn(choosing)(a, b);

const bySkill =
  (choosing: Choosing): Order =>
  (a, b) =>
    skillOf(b, choosing) - skillOf(a, choosing) || byLoad(choosing)(a, b);

const skillOf = ({ skills }: Agent, { skills: needed }: Choosing): number =>
  needed.reduce((sum, { skillId }) => sum + (skills.get(skillId) ?? 0), 0);

const orders = { round_robin: byTurn, least_loaded: byLoad, best_skilled: bySkill } as const;
