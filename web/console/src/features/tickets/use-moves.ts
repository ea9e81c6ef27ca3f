import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';
import { useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { prefetchTicket } from '../../lib/tickets.ts';
import { moveCursor } from './cursor.ts';

type Moves = {
  rows: Ticket[];
  /** Of the row under the cursor. */
  number: string | undefined;
  scroll: RefObject<HTMLElement | null>;
  /** Of a row, in pixels. */
  height: number;
};

function showRow(box: HTMLElement | null, at: number, height: number): void {
  const top = at * height;
  if (box && top < box.scrollTop) {
    box.scrollTo({ top });
  } else if (box && top + height > box.scrollTop + box.clientHeight) {
    box.scrollTo({ top: top + height - box.clientHeight });
  }
}

/** j and k; the neighbours are fetched ahead, so that moving never waits for the network. */
export function useMoves({ rows, number, scroll, height }: Moves): void {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const lastAt = useRef(0);
  const at = number ? rows.findIndex((ticket) => String(ticket.number) === number) : -1;
  // Only a move of the selection scrolls; news in the list does not.
  const onMoved = useEffectEvent((opened: string | undefined) => {
    if (!opened || at < 0) {
      return;
    }
    lastAt.current = at;
    showRow(scroll.current, at, height);
  });
  const fetchNeighbours = useEffectEvent(() => {
    for (const neighbour of at < 0 ? [] : [rows[at + 1], rows[at + 2], rows[at - 1]]) {
      if (neighbour) {
        prefetchTicket(cache, String(neighbour.number));
      }
    }
  });
  useEffect(() => {
    onMoved(number);
    // First the ticket is painted, then what may come next is asked for.
    const timer = setTimeout(fetchNeighbours, 60);
    return () => clearTimeout(timer);
  }, [number]);
  const move = (step: 1 | -1) => {
    // The opened ticket may have left the list (solved): then the next one stands in its place.
    const gone = at < 0 && number !== undefined;
    const from = gone ? lastAt.current - (step === 1 ? 1 : 0) : at;
    const target = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
    if (!target || String(target.number) === number) {
      return;
    }
    const inList = scroll.current?.contains(document.activeElement) ?? false;
    const params = { number: String(target.number) };
    moveCursor(params.number);
    void navigate({ to: '/tickets/$number', params, search: true });
    if (inList) {
      requestAnimationFrame(() =>
        scroll.current?.querySelector<HTMLElement>(`[data-number="${target.number}"]`)?.focus(),
      );
    }
  };
  useAction('list.next', () => move(1));
  useAction('list.previous', () => move(-1));
  useAction('list.open', () => document.getElementById('ticket')?.focus());
}
