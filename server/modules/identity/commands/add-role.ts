import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { permissionCatalogue } from '../points.ts';
import { toRole } from '../queries/list-roles.ts';
import { mustCover, mustKnow } from '../rules.ts';
import { permissionKeys, role, scope, shortName } from '../schema.ts';
import { insertRole } from '../store.ts';
import type { AllTables } from '../tables.ts';

const mostRoles = 100;

export const addRole = defineCommand({
  name: 'add-role',
  permission: 'role.change',
  input: z.strictObject({
    name: shortName(),
    permissions: permissionKeys(),
    scope: scope.default('all'),
  }),
  output: role,
  async run(ctx, input) {
    const { tx, actor, now } = ctx;
    const catalogue = ctx.contributions(permissionCatalogue).flat();
    const permissions = [...new Set(input.permissions)];
    mustKnow(permissions, catalogue);
    mustCover(actor, { permissions, scope: input.scope }, 'role.beyond_own');
    await mustHaveRoom(ctx);
    const row = { id: newId(), key: null, name: input.name, permissions, scope: input.scope };
    await insertRole(tx, { workspace_id: actor.workspaceId, ...row, created_at: now });
    ctx.audit({
      action: 'role.added',
      subject: { kind: 'role', id: row.id, name: row.name },
      before: null,
      after: { name: row.name, permissions, scope: row.scope },
    });
    return toRole({ ...row, version: 1 }, catalogue);
  },
});

async function mustHaveRoom({ tx, actor }: CommandContext): Promise<void> {
  const { count } = await tx
    .withTables<AllTables>()
    .selectFrom('role')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', actor.workspaceId)
    .executeTakeFirstOrThrow();
  if (count >= mostRoles) {
    throw new Refusal('not_allowed', 'role.too_many');
  }
}
