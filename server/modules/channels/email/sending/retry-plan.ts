const firstDelayMs = 60_000;
const longestDelayMs = 4 * 60 * 60_000;
export const giveUpAfterMs = 2 * 24 * 60 * 60_000;

export type RetryPlan =
  | { readonly kind: 'retry'; readonly at: Date }
  | { readonly kind: 'give_up' };

/**
 * When to send again after the `attempt`-th failure (1 is the first): 1, 2, 4 … minutes, at most four hours
 * apart, spread by ±20 %, for two days since `firstAt` (RFC 5321 §4.5.4.1 asks for at least four or five days
 * of a relay; a person who waits for an answer wants to know sooner). The last attempt is at the very end.
 */
export function retryPlan(
  attempt: number,
  firstAt: Date,
  /** `jitter`: 0 ≤ x < 1. */
  { now, jitter }: { readonly now: Date; readonly jitter: number },
): RetryPlan {
  const end = firstAt.getTime() + giveUpAfterMs;
  if (now.getTime() >= end) {
    return { kind: 'give_up' };
  }
  const plain = Math.min(firstDelayMs * 2 ** Math.max(0, attempt - 1), longestDelayMs);
  const at = now.getTime() + Math.round(plain * (0.8 + 0.4 * jitter));
  return { kind: 'retry', at: new Date(Math.min(at, end)) };
}
