import type { Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import type { ComposerTables, DraftKind } from '../composer-tables.ts';
import type { MergedDraft, StoredDraft } from '../rules/merge-draft.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type DraftRecord = Selectable<ComposerTables['draft']>;
export type DraftKey = {
  readonly userId: string;
  readonly ticketId: string;
  readonly kind: DraftKind;
};

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ComposerTables>();

/** Takes the row lock; where there is no row yet, makes an empty one, so that two devices at once meet on it. */
export async function lockDraft(ctx: Context, key: DraftKey): Promise<StoredDraft | null> {
  await tables(ctx)
    .insertInto('draft')
    .values({
      workspace_id: ctx.actor.workspaceId,
      user_id: key.userId,
      ticket_id: key.ticketId,
      kind: key.kind,
      edition: newId(),
      body: '',
      edited_at: new Date(0),
    } as never)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tables(ctx)
    .selectFrom('draft')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', key.userId)
    .where('ticket_id', '=', key.ticketId)
    .where('kind', '=', key.kind)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.edited_at.getTime() === 0 ? null : toStored(row);
}

const toStored = (row: DraftRecord): StoredDraft => ({
  edition: row.edition,
  body: row.body,
  html: row.html,
  cc: row.cc,
  attachments: row.attachments,
  editedAt: row.edited_at,
  aside: row.aside && { ...row.aside, editedAt: new Date(row.aside.editedAt) },
});

export async function saveDraft(
  ctx: Context,
  key: DraftKey,
  { text, aside }: MergedDraft,
): Promise<DraftRecord> {
  return tables(ctx)
    .updateTable('draft')
    .set({
      edition: newId(),
      body: text.body,
      html: text.html,
      cc: [...text.cc],
      attachments: [...text.attachments],
      aside: aside && JSON.stringify(aside),
      edited_at: text.editedAt,
    })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', key.userId)
    .where('ticket_id', '=', key.ticketId)
    .where('kind', '=', key.kind)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** True when there was one. */
export async function deleteDraft(ctx: Context, key: DraftKey): Promise<boolean> {
  const { numDeletedRows } = await tables(ctx)
    .deleteFrom('draft')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', key.userId)
    .where('ticket_id', '=', key.ticketId)
    .where('kind', '=', key.kind)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
