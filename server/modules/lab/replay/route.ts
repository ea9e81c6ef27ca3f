import {
  routingPolicy,
  urgencies,
  type RoutingEffect,
  type RoutingSettings,
} from '../../routing/public.ts';
import type { Effect, LoadedPolicy } from '../../tickets/public.ts';
import type { Place, Run } from './run.ts';

/** What the door would ask of this ticket: routing last, as there; only where it decides anew. */
export function policiesOf({ variant, desk, placed }: Run): readonly LoadedPolicy[] {
  const { policies, routing } = variant;
  if (!routing || !desk) {
    return policies;
  }
  const { compiled, availability } = routing;
  const settings: RoutingSettings = { ...compiled, availability, loads: desk.loads, placed };
  return [...policies, { policy: routingPolicy as LoadedPolicy['policy'], settings }];
}

/** As the row of its place in routing is kept. */
export function notePlace(run: Run, effects: readonly Effect[], at: number): void {
  for (const { policy, effect } of effects) {
    if (policy === routingPolicy.name) {
      const before = run.placed;
      run.placed = placedAfter(run, effect as RoutingEffect, at);
      if (before?.waiting && !run.placed?.waiting) {
        run.waitedMs = (run.waitedMs ?? 0) + at - before.since;
      }
      run.desk?.queue(run);
    }
  }
}

function placedAfter(
  { placed, ticket: { priority } }: Run,
  effect: RoutingEffect,
  at: number,
): Place | null {
  const urgency = urgencies[priority];
  if (effect.kind === 'ranked') {
    return placed && { ...placed, urgency };
  }
  if (effect.kind !== 'routed') {
    return placed && { ...placed, waiting: false, byHand: true };
  }
  const { outcome, rule, teamId, userId } = effect.decision;
  if (rule === null || teamId === null) {
    return placed;
  }
  const waiting = outcome === 'waiting';
  // Whoever waits goes on waiting, whatever rule it is now.
  const since = placed?.waiting ? placed.since : at;
  const { teamChosen } = effect;
  return { ruleId: rule.id, teamId, userId, waiting, teamChosen, byHand: false, since, urgency };
}
