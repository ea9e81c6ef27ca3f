import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { WorkTables } from '../work-tables.ts';

/** Makes the row that is locked when there is none, so that two who set the first rates meet. */
export async function lockSetting(ctx: CommandContext, currency: string): Promise<void> {
  const { workspaceId } = ctx.actor;
  await sql`insert into time_rate_setting (workspace_id, currency) values (${workspaceId}, ${currency})
    on conflict do nothing`.execute(ctx.tx);
  await sql`select from time_rate_setting where workspace_id = ${workspaceId} for update`.execute(
    ctx.tx,
  );
}

export async function saveRate(
  ctx: CommandContext,
  roleId: string,
  rate: string | null,
): Promise<void> {
  const tables = ctx.tx.withTables<WorkTables>();
  const { workspaceId } = ctx.actor;
  await (rate === null
    ? tables
        .deleteFrom('time_rate')
        .where('workspace_id', '=', workspaceId)
        .where('role_id', '=', roleId)
        .execute()
    : tables
        .insertInto('time_rate')
        .values({ workspace_id: workspaceId, role_id: roleId, hourly: rate })
        .onConflict((conflict) =>
          conflict.columns(['workspace_id', 'role_id']).doUpdateSet({ hourly: rate }),
        )
        .execute());
}

export async function saveSetting(
  ctx: CommandContext,
  { currency, hourly }: { currency: string; hourly: string | null },
): Promise<void> {
  await sql`update time_rate_setting set currency = ${currency}, hourly = ${hourly}, version = version + 1
    where workspace_id = ${ctx.actor.workspaceId}`.execute(ctx.tx);
}
