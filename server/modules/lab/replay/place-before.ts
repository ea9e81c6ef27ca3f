import { routedAnew } from './decided-anew.data.ts';
import type { PastEvent, PastPlace } from './past.ts';

/**
 * Where routing had put a ticket by a moment, as its decisions in the log tell. That somebody had chosen the team before is not said
 * there: it is so where routing did not have to change it.
 */
export function placeBefore(events: readonly PastEvent[], from: number): PastPlace | null {
  let place: PastPlace | null = null;
  for (const { routed, together, at } of events) {
    if (routed === null || at.getTime() >= from) {
      continue;
    }
    const waiting = routed.outcome === 'waiting';
    const began: number = place?.waiting && waiting ? place.at : at.getTime();
    const { ruleId, teamId, userId } = routed;
    place = {
      ruleId,
      teamId,
      userId,
      waiting,
      teamChosen: !movedTeam(events, together),
      at: began,
    };
  }
  return place;
}

const movedTeam = (events: readonly PastEvent[], together: string): boolean =>
  events.some(
    (one) =>
      one.together === together &&
      one.code !== null &&
      routedAnew.has(one.code) &&
      one.changes.some(({ field }) => field === 'team'),
  );
