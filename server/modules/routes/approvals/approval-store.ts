import type { Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { notFound } from './not-found.ts';
import type { ApprovalTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;
export type ApprovalRecord = Selectable<ApprovalTables['approval']>;
export type ApproverRecord = Selectable<ApprovalTables['approver']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ApprovalTables>();

export async function insertApproval(
  ctx: Context,
  approval: ApprovalRecord,
  approvers: readonly ApproverRecord[],
): Promise<void> {
  await tables(ctx).insertInto('approval').values(approval).execute();
  await tables(ctx)
    .insertInto('approver')
    .values([...approvers])
    .execute();
}

/** The ticket that an approval belongs to; its row lock is taken before the approval's, by everybody. */
export async function findTicketOf(ctx: Context, approvalId: string): Promise<string | null> {
  const row = await tables(ctx)
    .selectFrom('approval')
    .select('ticket_id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', approvalId)
    .executeTakeFirst();
  return row?.ticket_id ?? null;
}

export type Locked = { readonly approval: ApprovalRecord; readonly approvers: ApproverRecord[] };

/** Takes the approval's row lock; whoever holds it may read and write its approvers. */
export async function lockApproval(ctx: Context, id: string): Promise<Locked> {
  const approval = await tables(ctx)
    .selectFrom('approval')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!approval) {
    throw notFound();
  }
  const approvers = await tables(ctx)
    .selectFrom('approver')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('approval_id', '=', id)
    .orderBy('position')
    .execute();
  return { approval, approvers };
}

export async function saveApproval(ctx: Context, row: ApprovalRecord): Promise<void> {
  const { state, status_before, closed_at, version } = row;
  await tables(ctx)
    .updateTable('approval')
    .set({ state, status_before, closed_at, version: version + 1 })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', row.id)
    .execute();
}

export async function saveApprover(ctx: Context, row: ApproverRecord): Promise<void> {
  const { id, workspace_id: _fixed, approval_id: _of, ...columns } = row;
  await tables(ctx)
    .updateTable('approver')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
