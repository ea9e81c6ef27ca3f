import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { forgetActors } from '../forget-actors.ts';

/**
 * For people who were never real: whoever has worked here is deactivated, never deleted.
 * @throws by the database while anything names one of them
 */
export async function removeUsers(ctx: CommandContext, ids: readonly string[]): Promise<void> {
  await sql`delete from user_account where workspace_id = ${ctx.actor.workspaceId}
    and id = any(${sql.val(ids)}::uuid[])`.execute(ctx.tx);
  for (const id of ids) {
    await forgetActors(ctx, id);
  }
}
