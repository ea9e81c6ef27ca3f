import { useEffect, useRef, type RefObject } from 'react';

/**
 * The focus follows what is added to a list and taken out of it: into the first field of the new last entry, and from an entry
 * that is gone to the button that adds one, marked `data-adds`.
 */
export function useFollowFocus<E extends HTMLElement>(
  count: number,
  entries: string,
): RefObject<E | null> {
  const list = useRef<E>(null);
  const before = useRef(count);
  useEffect(() => {
    const grew = count > before.current;
    const shrank = count < before.current;
    before.current = count;
    if (grew) {
      const added = [...(list.current?.querySelectorAll<HTMLElement>(entries) ?? [])].at(-1);
      added?.querySelector<HTMLElement>('select, input, textarea')?.focus();
    } else if (shrank && document.activeElement === document.body) {
      list.current?.querySelector<HTMLElement>('[data-adds]')?.focus();
    }
  }, [count, entries]);
  return list;
}
