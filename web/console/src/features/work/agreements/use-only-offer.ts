import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react';

type Said = { readonly id: string; readonly createdAt: string };

/** Which messages on the screen say the same: one asks for Tuesday at three, the answer agrees to it. */
const sayings = new Map<string, Said[]>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function say(what: string, all: readonly Said[]): void {
  sayings.set(what, [...all]);
  for (const listener of listeners) {
    listener();
  }
}

const newest = (what: string): Said | undefined =>
  sayings.get(what)?.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];

/** True for the newest of the messages on the screen that promise the same: it is offered once. */
export function useOnlyOffer(what: string, { id, createdAt }: Said): boolean {
  useLayoutEffect(() => {
    say(what, [...(sayings.get(what) ?? []), { id, createdAt }]);
    return () => {
      say(what, sayings.get(what)?.filter((each) => each.id !== id) ?? []);
    };
  }, [what, id, createdAt]);
  return useSyncExternalStore(
    subscribe,
    useCallback(() => newest(what)?.id === id, [what, id]),
  );
}
