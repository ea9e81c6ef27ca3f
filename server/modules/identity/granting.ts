import type { CommandContext } from '../../kernel/commands.ts';
import { invalid } from '../../kernel/errors.ts';
import { permissionCatalogue } from './points.ts';
import { mustCover, permissionsOf } from './rules.ts';
import type { AllTables } from './tables.ts';

/** The role must exist and hold nothing that the actor lacks. */
export async function mustGrantRole(ctx: CommandContext, roleId: string): Promise<void> {
  const role = await ctx.tx
    .withTables<AllTables>()
    .selectFrom('role')
    .select(['key', 'permissions', 'scope'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', roleId)
    .forKeyShare()
    .executeTakeFirst();
  if (!role) {
    throw invalid('roleId', 'unknown');
  }
  const catalogue = ctx.contributions(permissionCatalogue).flat();
  const granted = { permissions: permissionsOf(role, catalogue), scope: role.scope };
  mustCover(ctx.actor, granted, 'role.beyond_own');
}
