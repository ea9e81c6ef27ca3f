import { sql } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import type { Position, SearchTables } from './tables.ts';

/** The only place that writes the search index. What it holds can always be made anew from tickets and cards. */

/** A step that a broken machine forgets is done again: nobody needs to wait for the disk. */
export async function beLazy(tx: Tx): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(tx);
}

export type IndexedTicket = { readonly id: string; readonly at: Date; readonly words: string };

const columns = (rows: readonly IndexedTicket[]) => sql`
  unnest(${sql.val(rows.map(({ id }) => id))}::uuid[], ${sql.val(rows.map(({ at }) => at))}::timestamptz[],
    ${sql.val(rows.map(({ words }) => words))}::text[]) as given (id, at, words)`;

export async function putTickets(
  tx: Tx,
  workspaceId: string,
  rows: readonly IndexedTicket[],
): Promise<void> {
  if (rows.length > 0) {
    await sql`insert into search_index.ticket as kept (workspace_id, ticket_id, at, words)
      select ${workspaceId}, given.id, given.at, given.words::tsvector from ${columns(rows)}
      on conflict (workspace_id, ticket_id) do update set at = excluded.at, words = excluded.words
      where kept.words <> excluded.words`.execute(tx);
  }
}

/** A ticket of thousands of words takes no more: what it is about is known. */
const mostLexemes = 8_000;

export async function addToTickets(
  tx: Tx,
  workspaceId: string,
  rows: readonly IndexedTicket[],
): Promise<void> {
  if (rows.length > 0) {
    await sql`update search_index.ticket as kept set words = kept.words || given.words::tsvector
      from ${columns(rows)}
      where kept.workspace_id = ${workspaceId} and kept.ticket_id = given.id
        and length(kept.words) < ${mostLexemes}`.execute(tx);
  }
}

export async function removeTickets(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0) {
    await sql`delete from search_index.ticket
      where workspace_id = ${workspaceId} and ticket_id = any(${sql.val(ids)}::uuid[])`.execute(tx);
  }
}

/**
 * Notes in how many more tickets each word stands. A word that is in thousands already is counted by chance, as many
 * times more: the count stays right on average, and common words are not rewritten with every batch.
 */
export async function countWords(
  tx: Tx,
  workspaceId: string,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  if (counts.size === 0) {
    return;
  }
  await sql`
    with given as (
      select * from unnest(${sql.val([...counts.keys()])}::text[], ${sql.val([...counts.values()])}::int[]) as given (word, more)),
    known as (
      select given.word, given.more, kept.n, greatest(1, kept.n / 16) as rarity from given
      left join search_index.word as kept on kept.workspace_id = ${workspaceId} and kept.word = given.word),
    grown as (
      update search_index.word as kept set n = least(kept.n::bigint + known.more::bigint * known.rarity, 2000000000)
      from known where kept.workspace_id = ${workspaceId} and kept.word = known.word and random() * known.rarity < 1)
    insert into search_index.word (workspace_id, word, n)
    select ${workspaceId}, word, more from known where n is null
    on conflict do nothing`.execute(tx);
}

/** Everything of a workspace; it is read anew from its tickets and cards. */
export async function forget(tx: Tx, workspaceId: string): Promise<void> {
  for (const table of ['ticket', 'card', 'word']) {
    await sql`delete from search_index.${sql.ref(table)} where workspace_id = ${workspaceId}`.execute(
      tx,
    );
  }
}

export type IndexedCard = {
  readonly kind: 'person' | 'organization';
  readonly id: string;
  readonly at: Date;
  readonly name: string;
  readonly line: string;
};

export async function putCards(
  tx: Tx,
  workspaceId: string,
  cards: readonly IndexedCard[],
): Promise<void> {
  if (cards.length > 0) {
    await sql`insert into search_index.card as kept (workspace_id, kind, id, at, name, line)
      select ${workspaceId}, * from unnest(${sql.val(cards.map(({ kind }) => kind))}::text[],
        ${sql.val(cards.map(({ id }) => id))}::uuid[], ${sql.val(cards.map(({ at }) => at))}::timestamptz[],
        ${sql.val(cards.map(({ name }) => name))}::text[],
        ${sql.val(cards.map(({ line }) => line))}::text[])
      on conflict (workspace_id, kind, id) do update set at = excluded.at, name = excluded.name, line = excluded.line
      where kept.name <> excluded.name or kept.line <> excluded.line`.execute(tx);
  }
}

export async function removeCards(
  tx: Tx,
  workspaceId: string,
  { kind, ids }: { kind: IndexedCard['kind']; ids: readonly string[] },
): Promise<void> {
  if (ids.length > 0) {
    await sql`delete from search_index.card where workspace_id = ${workspaceId} and kind = ${kind}
      and id = any(${sql.val(ids)}::uuid[])`.execute(tx);
  }
}

export async function savePosition(tx: Tx, position: Position): Promise<void> {
  const { workspace_id: _, ...rest } = position;
  await tx
    .withTables<SearchTables>()
    .insertInto('search_position')
    .values(position)
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(rest))
    .execute();
}

/**
 * Sorts what was added into the index. A statement of its own, outside any transaction of ours: it takes no transaction
 * id, so nobody who reads the event log waits for it.
 */
export async function sortIn(db: Tx): Promise<void> {
  await sql`select gin_clean_pending_list('search_index.ticket_words')`.execute(db);
}
