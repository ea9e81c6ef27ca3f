import { sql } from 'kysely';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Database } from '../../../../kernel/database.ts';
import { visibleTo } from '../../visibility.ts';
import { selectEntries, type EntryRow } from './read-time.ts';

export type Span = { readonly from: string; readonly to: string };
export const timePageSize = 1_000;

/** The entries of a span after the last one that is known, of tickets that the actor may see. */
export function readTimePage(
  db: Database,
  actor: Actor,
  { from, to, last }: Span & { last: { at: Date; id: string } | null },
): Promise<EntryRow[]> {
  return db.read(actor.workspaceId, async (reader) => {
    const { rows } = await sql<EntryRow>`${selectEntries(actor.workspaceId)}
      and entry.spent_at >= ${from} and entry.spent_at < ${to} and ${visibleTo(actor)}
      and (entry.spent_at, entry.id) > (${last?.at ?? from}::timestamptz,
        ${last?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
      order by entry.spent_at, entry.id limit ${timePageSize}`.execute(reader);
    return rows;
  });
}
