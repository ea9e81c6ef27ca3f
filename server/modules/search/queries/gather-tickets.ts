import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { encodeCursor } from '../../../kernel/pages.ts';
import { behind, findPool, type Hit, type Looking, type Until } from './find-tickets.ts';
import { havingExactly, type Shown } from './show-tickets.ts';

/**
 * Where a page ended: before which moment (microseconds) and ticket its pool begins, zero for the newest; then fitness,
 * moment and id of the last one shown.
 */
export const TicketPlace = z.tuple([
  z.literal('ticket'),
  z.int(),
  z.union([z.literal(''), z.uuid()]),
  z.int(),
  z.int(),
  z.uuid(),
]);
export type TicketPlace = z.infer<typeof TicketPlace>;

/** How many at once are looked at for the exact words. */
const chunk = 60;

type Gathering = {
  readonly looking: Omit<Looking, 'until'>;
  readonly shown: Shown;
  readonly place: TicketPlace | null;
  readonly count: number;
  /** Where the first page begins; null: at the newest. */
  readonly until: Until | null;
  /** Shown already. */
  readonly besides: readonly string[];
};

export type Gathered = {
  readonly ids: readonly string[];
  readonly next: string | null;
  /** False: the page is short because too much had to be looked at; the next one goes on from there. */
  readonly complete: boolean;
};

/** Hits in order, pool after pool, until there is one more than the page takes. */
export async function gather(db: Reader, asked: Gathering): Promise<Gathered> {
  const { looking, place, count, besides } = asked;
  const hits: Placed[] = [];
  let until = place && place[2] !== '' ? ([place[1], place[2]] as const) : asked.until;
  let last: Hit | null = place && { score: place[3], micros: place[4], id: place[5] };
  for (;;) {
    const pool = await findPool(db, { ...looking, until });
    const rest = behind(pool.hits, last).filter(({ id }) => !besides.includes(id));
    const taken = await takeExact(db, rest, { ...asked, room: count + 1 - hits.length });
    hits.push(...taken.map((hit) => ({ hit, until })));
    if (hits.length > count || pool.next === null) {
      return { ...pageOf(hits, count), complete: true };
    }
    if (!pool.full) {
      const ids = hits.map(({ hit }) => hit.id);
      return { ids, next: encodeCursor(['ticket', ...pool.next, ...beforeAll]), complete: false };
    }
    until = pool.next;
    last = null;
  }
}

type Placed = { readonly hit: Hit; readonly until: Until | null };

/** Fits better than anything can: the whole pool lies behind it. */
const beforeAll = [Number.MAX_SAFE_INTEGER, 0, '00000000-0000-0000-0000-000000000000'] as const;

async function takeExact(
  db: Reader,
  hits: readonly Hit[],
  { shown, room }: { shown: Shown; room: number },
): Promise<Hit[]> {
  const taken: Hit[] = [];
  for (let at = 0; at < hits.length && taken.length < room; at += chunk) {
    const piece = hits.slice(at, at + chunk);
    const ids = piece.map(({ id }) => id);
    const exact = new Set(await havingExactly(db, ids, shown));
    taken.push(...piece.filter(({ id }) => exact.has(id)));
  }
  return taken.slice(0, room);
}

function pageOf(hits: readonly Placed[], count: number): Omit<Gathered, 'complete'> {
  const page = hits.slice(0, count);
  const end = page.at(-1);
  const ids = page.map(({ hit }) => hit.id);
  if (hits.length <= count || !end) {
    return { ids, next: null };
  }
  const { hit, until } = end;
  const [micros, id] = until ?? [0, ''];
  return { ids, next: encodeCursor(['ticket', micros, id, hit.score, hit.micros, hit.id]) };
}
