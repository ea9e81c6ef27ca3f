import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { preparedWrite } from '../../kernel/prepared.ts';
import type { NoticeWords } from './rules/telling.ts';
import type { NoticeTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<NoticeTables>();

export type NewNotice = {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly preview: string;
  /** What it is about, so that the same is told once. */
  readonly fact: string | null;
  readonly words: NoticeWords;
  readonly inApp: boolean;
};

/** One text for any number of rows: a flood of tickets brings hundreds of notices a second. */
const insertRows = preparedWrite<{ rows: string }, { id: string }>(
  { table: 'notice', by: 'insert' },
  (db, slot) =>
    sql<{ id: string }>`insert into notice
      select * from jsonb_populate_recordset(null::notice, ${slot.rows}::jsonb)
      on conflict do nothing returning id`.compile(db),
);

/** Ids of those that were not told yet. */
export async function insertNotices(
  ctx: Context,
  notices: readonly NewNotice[],
): Promise<Set<string>> {
  if (notices.length === 0) {
    return new Set();
  }
  const rows = notices.map(({ actor, words, preview, ...notice }) => ({
    workspace_id: ctx.actor.workspaceId,
    id: notice.id,
    user_id: notice.userId,
    kind: notice.kind,
    ticket_id: notice.ticketId,
    message_id: notice.messageId,
    actor_id: actor.id,
    actor_name: actor.name,
    preview: preview.toWellFormed(),
    created_at: ctx.now,
    fact: notice.fact,
    words: Object.keys(words).length > 0 ? words : null,
    in_app: notice.inApp,
  }));
  const added = await insertRows.all(ctx.tx, { rows: JSON.stringify(rows) });
  return new Set(added.map(({ id }) => id));
}

/** By which letter and which call a notice leaves the house. */
export async function addWays(
  ctx: Context,
  id: string,
  { mail, push }: { readonly mail?: string; readonly push?: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('notice')
    .set({ mail_id: mail ?? null, push_id: push ?? null })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** How many became read. */
export async function markRead(
  ctx: Context,
  which: { readonly userId: string; readonly ids?: readonly string[]; readonly ticketId?: string },
): Promise<number> {
  let query = tables(ctx)
    .updateTable('notice')
    .set({ read_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', which.userId)
    .where('read_at', 'is', null);
  if (which.ids) {
    query = query.where('id', 'in', [...which.ids]);
  }
  if (which.ticketId !== undefined) {
    query = query.where('ticket_id', '=', which.ticketId);
  }
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}
