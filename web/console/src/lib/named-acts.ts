import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Acts that people have made and named themselves, e.g. macros: the palette shows them beside the registry's. */
export type NamedAct = { readonly id: string; readonly label: string; readonly run: () => void };

let known: readonly NamedAct[] = [];
const listeners = new Set<() => void>();

function know(acts: readonly NamedAct[]): void {
  known = acts;
  for (const heard of listeners) {
    heard();
  }
}

/** While the component is on screen. */
export function useNameActs(
  acts: readonly Omit<NamedAct, 'run'>[],
  run: (id: string) => void,
): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const key = JSON.stringify(acts.map(({ id, label }) => ({ id, label })));
  useEffect(() => {
    const named = JSON.parse(key) as { id: string; label: string }[];
    know(named.map((act) => ({ ...act, run: () => latest.current(act.id) })));
    return () => know([]);
  }, [key]);
}

const listen = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};

export const useNamedActs = (): readonly NamedAct[] => useSyncExternalStore(listen, () => known);
