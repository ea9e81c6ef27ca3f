import { useEffect, useSyncExternalStore } from 'react';

/**
 * The row that a key has just moved to. The address follows in its own time (a transition, behind the drawing of the
 * ticket); the mark in the list must not wait for that.
 */
let at: string | undefined;
const listeners = new Set<() => void>();

export function moveCursor(number: string | undefined): void {
  at = number;
  for (const heard of listeners) {
    heard();
  }
}

/** The address has come to where the keys are: from now on it says so itself. Places passed on the way do not count. */
function arriveAt(opened: string | undefined): void {
  if (at !== undefined && opened === at) {
    moveCursor(undefined);
  }
}

const listen = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};

/** The row under the cursor: where the keys are, else what is opened. */
export function useCursor(opened: string | undefined): string | undefined {
  const moved = useSyncExternalStore(listen, () => at);
  useEffect(() => arriveAt(opened), [opened]);
  return moved ?? opened;
}
