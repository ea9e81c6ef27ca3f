import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import type { CardTables, Moved, MovedContact } from './card-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<CardTables>();

export type MergeRow = {
  readonly id: string;
  readonly kept_id: string;
  readonly merged_id: string;
  readonly moved: Moved;
  readonly undone_at: Date | null;
};

/** Gives all contact points of one person to another, who now holds the row locks of both. */
export async function moveContacts(
  ctx: Context,
  { from, to }: { from: string; to: string },
): Promise<MovedContact[]> {
  const rows = await tables(ctx)
    .updateTable('contact')
    .set({ person_id: to })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('person_id', '=', from)
    .returning(['id', 'kind', 'value', 'normalized', 'created_at'])
    .execute();
  return rows.map(({ created_at, ...row }) => ({ ...row, created_at: created_at.toISOString() }));
}

/**
 * What the kept person still has of the moved points goes back; what was deleted there is made anew, unless somebody else
 * has it by now.
 */
export async function giveContactsBack(ctx: Context, { kept_id, merged_id, moved }: MergeRow) {
  const { workspaceId } = ctx.actor;
  await sql`insert into contact (workspace_id, id, person_id, kind, value, normalized, created_at)
    select ${workspaceId}::uuid, id, ${merged_id}::uuid, kind, value, normalized, created_at
    from jsonb_to_recordset(${JSON.stringify(moved.contacts)}::jsonb)
      as gone (id uuid, kind text, value text, normalized text, created_at timestamptz)
    on conflict (workspace_id, kind, normalized) do update set person_id = excluded.person_id
    where contact.person_id = ${kept_id}`.execute(ctx.tx);
}

export async function insertMerge(
  ctx: Context,
  merge: { id: string; personId: string; otherId: string; moved: Moved },
): Promise<void> {
  await tables(ctx)
    .insertInto('person_merge')
    .values({
      workspace_id: ctx.actor.workspaceId,
      id: merge.id,
      kept_id: merge.personId,
      merged_id: merge.otherId,
      moved: JSON.stringify(merge.moved),
      merged_at: ctx.now,
      merged_by: ctx.actor.name,
      undone_at: null,
    })
    .execute();
}

/** `share`: for whoever moves things by it and must not be overtaken by an undo. */
export async function lockMerge(
  ctx: Pick<Context, 'tx' | 'actor'>,
  mergeId: string,
  how: 'share' | 'update',
): Promise<MergeRow | undefined> {
  const query = tables(ctx)
    .selectFrom('person_merge')
    .select(['id', 'kept_id', 'merged_id', 'moved', 'undone_at'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', mergeId);
  return (how === 'share' ? query.forShare() : query.forUpdate()).executeTakeFirst();
}

export async function markUndone(ctx: Context, mergeId: string): Promise<void> {
  await tables(ctx)
    .updateTable('person_merge')
    .set({ undone_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', mergeId)
    .execute();
}
