import {
  routingKey,
  routingPolicy,
  type Placed,
  type RoutingEffect,
  type RoutingSettings,
} from '../../routing/public.ts';
import type { Effect, LoadedPolicy, Occurrence } from '../../tickets/public.ts';
import type { Run } from './run.ts';

/**
 * What everybody had in hand at a moment of the past is not known, since tickets are replayed one by one. Among those who
 * could be chosen alike the turn is drawn by the ticket: the same on both sides, and even over many tickets.
 */
const loadsFor = (ticketId: string): RoutingSettings['loads'] => ({
  weightOf: () => 0,
  turnOf: (userId) => drawn(`${ticketId}${userId}`),
  gone: new Set(),
});

/** FNV-1a, as text of one length. */
function drawn(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return hash.toString(36).padStart(7, '0');
}

/** What the door would ask of this ticket: routing last, as there; only where it is tried. */
export function policiesOf({ variant, ticket, placed }: Run): readonly LoadedPolicy[] {
  const { policies, routing } = variant;
  if (!routing) {
    return policies;
  }
  const { compiled, availability } = routing;
  const settings: RoutingSettings = {
    ...compiled,
    availability,
    loads: loadsFor(ticket.id),
    placed,
  };
  return [...policies, { policy: routingPolicy as LoadedPolicy['policy'], settings }];
}

/** As the row of its place in routing is kept. */
export function notePlace(run: Run, effects: readonly Effect[]): void {
  for (const { policy, effect } of effects) {
    if (policy === routingPolicy.name) {
      run.placed = placedAfter(run.placed, effect as RoutingEffect);
    }
  }
}

function placedAfter(before: Placed | null, effect: RoutingEffect): Placed | null {
  if (effect.kind !== 'routed') {
    return effect.kind === 'left' && before !== null
      ? { ...before, waiting: false, byHand: true }
      : before;
  }
  const { outcome, rule, teamId, userId } = effect.decision;
  return rule === null || teamId === null
    ? before
    : {
        ruleId: rule.id,
        teamId,
        userId,
        waiting: outcome === 'waiting',
        teamChosen: effect.teamChosen,
        byHand: false,
      };
}

export const handingOut: Occurrence = { kind: 'time', key: routingKey };

/** When somebody may have become free for a ticket that waits; null: it does not wait, or nobody comes until then. */
export function nextHandOut(
  { variant: { routing }, placed, at }: Run,
  limit: number,
): number | null {
  if (!routing || !placed?.waiting) {
    return null;
  }
  const { compiled, availability } = routing;
  const times = [...compiled.agents.keys()]
    .map((userId) => availability.of(userId, new Date(at)).until?.getTime() ?? at)
    .filter((until) => until > at && until <= limit);
  return times.length > 0 ? Math.min(...times) : null;
}
