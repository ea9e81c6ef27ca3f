/** After so many calls in a row that nobody answered, */
const mostWaits = 3;
/** a receiver is left alone for so long, and then asked by one call. */
const restMs = 30_000;
const mostKnown = 1_000;

/**
 * Receivers that make us wait. Each call to one holds a worker for its whole time limit; with many tickets it would hold all
 * of them, and no other receiver would be called any more. Known by the whole address: many receivers share a server.
 */
export function openReceivers() {
  const slow = new Map<string, { waits: number; restsUntil: number }>();
  return {
    /** Whether it is not to be called now. `nowMs`: of any clock that only goes forward. */
    rests(url: string, nowMs: number): boolean {
      const known = slow.get(url);
      if (!known || known.waits < mostWaits) {
        return false;
      }
      if (nowMs < known.restsUntil) {
        return true;
      }
      // This call tries whether it is back; the others go on resting.
      known.restsUntil = nowMs + restMs;
      return false;
    },
    answered(url: string): void {
      slow.delete(url);
    },
    waited(url: string, nowMs: number): void {
      if (slow.size >= mostKnown) {
        slow.clear();
      }
      const waits = (slow.get(url)?.waits ?? 0) + 1;
      slow.set(url, { waits, restsUntil: nowMs + restMs });
    },
  };
}
