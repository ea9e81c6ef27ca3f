import { useEffect, useRef, type RefObject } from 'react';

const fields = 'input:not([type="hidden"]), select, textarea';

/**
 * The ref of an element whose children are parts that are added and taken away, by their keys: a new part has the focus in its first field;
 * where the one that had it was taken away, whatever stands in its place has it.
 */
export function usePartFocus<E extends HTMLElement>(keys: readonly string[]): RefObject<E | null> {
  const parts = useRef<E>(null);
  const were = useRef(keys);
  useEffect(() => {
    const before = were.current;
    were.current = keys;
    const added = keys.findIndex((key) => !before.includes(key));
    const gone = before.findIndex((key) => !keys.includes(key));
    if (keys.length > before.length) {
      parts.current?.children[added]?.querySelector<HTMLElement>(fields)?.focus();
    } else if (gone !== -1 && document.activeElement === document.body) {
      standsAt(parts.current, gone)?.focus();
    }
  }, [keys]);
  return parts;
}

/** The button of the part that stands there now, or of the last one; where none is left, the first that adds one. */
function standsAt(parts: HTMLElement | null, at: number): HTMLElement | null | undefined {
  const part = parts?.children[at] ?? parts?.lastElementChild;
  return (part ?? parts?.parentElement)?.querySelector<HTMLElement>('button');
}
