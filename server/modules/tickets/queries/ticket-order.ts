import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { decodeCursor } from '../../../kernel/pages.ts';
import type { SortOrder, TicketSort } from '../filter.ts';
import type { TicketRecord } from '../store.ts';

/** Each part of a key, as SQL and of a row; the cursor holds the row's. */
type Part = {
  readonly at: RawBuilder<unknown>;
  readonly of: (row: TicketRecord) => string | number;
  readonly type: string;
};

const weights = { low: 0, normal: 1, high: 2, urgent: 3 } as const;

const updated: Part = {
  at: sql`ticket.updated_at`,
  of: (row) => row.updated_at.toISOString(),
  type: 'timestamptz',
};
const created: Part = {
  at: sql`ticket.created_at`,
  of: (row) => row.created_at.toISOString(),
  type: 'timestamptz',
};
const priority: Part = {
  at: sql`(case ticket.priority when 'urgent' then 3 when 'high' then 2 when 'normal' then 1 else 0 end)`,
  of: (row) => weights[row.priority],
  type: 'int',
};
const number: Part = { at: sql`ticket.number`, of: (row) => row.number, type: 'bigint' };
const byId: Part = { at: sql`ticket.id`, of: (row) => row.id, type: 'uuid' };

/**
 * The oldest first among open tickets: an index of all tickets would be walked through years of solved ones. As an
 * expression it fits no index, so the open ones are sorted, of which there are never many.
 */
const oldest: Record<'created' | 'number', Part> = {
  created: { ...created, at: sql`(ticket.created_at + interval '0')` },
  number: { ...number, at: sql`(ticket.number + 0)` },
};

const keys: Record<TicketSort, readonly Part[]> = {
  updated: [updated, byId],
  created: [created, byId],
  priority: [priority, updated, byId],
  number: [number],
};

const time = z.iso.datetime();
const cursors: Record<TicketSort, z.ZodType<(string | number)[]>> = {
  updated: z.tuple([time, z.uuid()]),
  created: z.tuple([time, z.uuid()]),
  priority: z.tuple([z.int().min(0).max(3), time, z.uuid()]),
  number: z.tuple([z.int().min(0)]),
};

export type Wanted = {
  readonly sort: TicketSort;
  readonly order: SortOrder;
  readonly onlyOpen: boolean;
};

function partsOf({ sort, order, onlyOpen }: Wanted): readonly Part[] {
  const [first, ...rest] = keys[sort];
  return onlyOpen && order === 'asc' && (sort === 'created' || sort === 'number')
    ? [oldest[sort], ...rest]
    : [first as Part, ...rest];
}

export const orderOf = (wanted: Wanted) =>
  sql.join(
    partsOf(wanted).map(({ at }) => sql`${at} ${wanted.order === 'asc' ? sql`asc` : sql`desc`}`),
  );

/** @throws Refusal when the cursor is of another order */
export function afterCursor(after: string, wanted: Wanted) {
  const values = decodeCursor(after, cursors[wanted.sort]);
  const parts = partsOf(wanted);
  const bound = parts.map(({ type }, at) => sql`${values[at]}::${sql.raw(type)}`);
  const sign = wanted.order === 'asc' ? sql`>` : sql`<`;
  return sql<boolean>`(${sql.join(parts.map(({ at }) => at))}) ${sign} (${sql.join(bound)})`;
}

export const cursorOf = (row: TicketRecord, { sort }: Pick<Wanted, 'sort'>) =>
  keys[sort].map(({ of }) => of(row));
