type Turn = {
  /** Resolves when no earlier letter that shares a key is still on its way. */
  pass(keys: readonly string[]): Promise<void>;
  leave(): void;
};

type Entry = { readonly keys: Promise<readonly string[]>; readonly left: Promise<void> };

/**
 * Keeps the order of letters that belong together (a request and the answer sent seconds later) while all others go side
 * by side. Turns are entered in the order of arrival.
 */
export function threadGate(): { enter(): Turn } {
  const inside = new Set<Entry>();
  return {
    enter() {
      const { promise: keysKnown, resolve: tellKeys } = Promise.withResolvers<readonly string[]>();
      const { promise: left, resolve: leave } = Promise.withResolvers<void>();
      const earlier = [...inside];
      const entry = { keys: keysKnown, left };
      inside.add(entry);
      return {
        async pass(keys) {
          tellKeys(keys);
          const own = new Set(keys);
          for (const before of earlier) {
            if ((await before.keys).some((key) => own.has(key))) {
              await before.left;
            }
          }
        },
        leave() {
          tellKeys([]);
          leave();
          inside.delete(entry);
        },
      };
    },
  };
}
