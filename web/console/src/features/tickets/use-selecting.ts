import type { Ticket } from '../../lib/api-types.ts';
import { useAction } from '../../lib/actions.ts';
import { selection, useIsSelecting } from './selection.ts';

type Selecting = {
  list: string;
  rows: Ticket[];
  /** Of the row under the cursor. */
  number: string | undefined;
  /** By words that the server does not know: then only what is in sight can be meant. */
  narrowed: boolean;
};

/** The keys that choose rows. */
export function useSelecting({ list, rows, number, narrowed }: Selecting): void {
  const selecting = useIsSelecting(list);
  const current = () => rows.find((ticket) => String(ticket.number) === number) ?? rows[0];
  useAction('select.one', () => {
    const ticket = current();
    if (ticket) {
      selection.toggle(list, ticket.id);
    }
  });
  useAction('select.range', () => {
    const ticket = current();
    if (ticket) {
      selection.range(
        list,
        rows.map(({ id }) => id),
        ticket.id,
      );
    }
  });
  useAction('select.all', () =>
    narrowed
      ? selection.some(
          list,
          rows.map(({ id }) => id),
        )
      : selection.all(list),
  );
  useAction('select.none', () => void selection.clear(), { enabled: selecting, level: 1 });
}
