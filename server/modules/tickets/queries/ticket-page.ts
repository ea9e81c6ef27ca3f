import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import { decodeCursor, toPage } from '../../../kernel/pages.ts';
import type { QueryContext } from '../../../kernel/queries.ts';
import { findTicketId, ticketIdBehind, ticketNotFound } from './require-ticket.ts';

const Cursor = z.tuple([z.uuid()]);

type Asked = { ticketId: string; limit: number; after?: string | undefined };

type Lines<Row, Item> = {
  /** Rows with a `workspace_id`, a `ticket_id` and an `id`: those on the page, by id. */
  readonly rows: (isOnPage: RawBuilder<SqlBool>, limit: number) => Promise<Row[]>;
  readonly item: (row: Row) => Item;
};

/**
 * A page of what belongs to one ticket, oldest first. Whether the actor may see it is asked in the same turn as the rows:
 * on a connection in pipeline mode both cost one way to the database and back.
 */
export async function ticketPage<Row extends { id: string }, Item>(
  { db, actor }: Pick<QueryContext, 'db' | 'actor'>,
  { ticketId: ref, limit, after }: Asked,
  { rows: read, item }: Lines<Row, Item>,
) {
  const beyond = after ? sql`and id > ${decodeCursor(after, Cursor)[0]}` : sql``;
  const isOnPage = sql<SqlBool>`workspace_id = ${actor.workspaceId}
    and ticket_id = ${ticketIdBehind(actor, ref)} ${beyond}`;
  const [ticketId, rows] = await Promise.all([
    findTicketId(db, actor, ref),
    read(isOnPage, limit + 1),
  ]);
  if (ticketId === null) {
    throw ticketNotFound();
  }
  return toPage(rows, limit, { item, cursor: (row) => [row.id] });
}
