import { lastDue, type DueRule, type LookedAt } from '../queries/due-tickets.ts';

type Looked = {
  readonly condition: DueRule['condition'];
  readonly at: Date;
  readonly until: Date;
  /** performance.now */
  readonly wholeEndedAt: number;
  readonly wholeTookMs: number;
};

/** A transaction's changes carry the time when it began; it may be seen this much later. */
const lateMs = 60_000;

/** Whole looks take at most a twentieth of the time. */
const twentyTimes = (tookMs: number): number => tookMs * 20;

/**
 * What each rule of time has looked at. A hundred thousand old tickets that a condition does not fit would be read anew at every
 * look, since most conditions ask for texts that no index knows. So a look that has taken long is followed by looks at what is
 * newly due or has changed; what neither shows (the customer has become a VIP, the working day has begun) is seen by the next
 * whole look.
 */
export function rememberLooks(restMs: (tookMs: number) => number = twentyTimes) {
  const looked = new Map<string, Looked>();

  return {
    /** `end` is not called for a look that was broken off. */
    begin(rule: DueRule, now: Date): { readonly seen: LookedAt | null; end(): void } {
      const begun = performance.now();
      const last = looked.get(rule.id);
      const isWhole =
        !last ||
        last.condition !== rule.condition ||
        begun - last.wholeEndedAt >= restMs(last.wholeTookMs);
      return {
        seen: isWhole
          ? null
          : { until: last.until, changedFrom: new Date(last.at.getTime() - lateMs) },
        end() {
          const ended = performance.now();
          looked.set(rule.id, {
            condition: rule.condition,
            at: now,
            until: lastDue(rule, now),
            wholeEndedAt: isWhole ? ended : last.wholeEndedAt,
            wholeTookMs: isWhole ? ended - begun : last.wholeTookMs,
          });
        },
      };
    },
  };
}
