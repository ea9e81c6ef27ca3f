import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Ticket } from '../../lib/api-types.ts';

/** Rows that come or go above the first visible one must not move it. */
export function useSteadyScroll(
  scroll: RefObject<HTMLElement | null>,
  rows: Ticket[],
  rowHeight: number,
): void {
  const anchor = useRef<{ id: string; offset: number } | null>(null);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box && anchor.current && box.scrollTop > 0) {
      const { id, offset } = anchor.current;
      const at = rows.findIndex((ticket) => ticket.id === id);
      if (at >= 0) {
        box.scrollTo({ top: at * rowHeight + offset });
      }
    }
  }, [rows, scroll, rowHeight]);
  useEffect(() => {
    const box = scroll.current;
    const remember = () => {
      const top = box?.scrollTop ?? 0;
      const at = Math.floor(top / rowHeight);
      const first = rows[at];
      anchor.current = first ? { id: first.id, offset: top - at * rowHeight } : null;
    };
    remember();
    box?.addEventListener('scroll', remember, { passive: true });
    return () => box?.removeEventListener('scroll', remember);
  }, [rows, scroll, rowHeight]);
}
