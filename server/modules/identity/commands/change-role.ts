import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { roleChanged } from '../events.ts';
import { forgetActors } from '../forget-actors.ts';
import { permissionCatalogue } from '../points.ts';
import { toRole } from '../queries/list-roles.ts';
import { differenceOf, mustBeVersion, mustCover, mustKnow, permissionsOf } from '../rules.ts';
import { edit, permissionKeys, role, scope, shortName } from '../schema.ts';
import { lockRole, saveRole } from '../store.ts';
import type { RoleKey } from '../tables.ts';

const input = z.strictObject({
  ...edit,
  name: shortName().optional(),
  permissions: permissionKeys().optional(),
  scope: scope.optional(),
});
type Input = z.output<typeof input>;

/** Of a built-in role only the scope can be chosen, and of the administrator's not even that. */
export const changeRole = defineCommand({
  name: 'change-role',
  permission: 'role.change',
  input,
  output: role,
  async run(ctx, change) {
    const { tx, actor } = ctx;
    const catalogue = ctx.contributions(permissionCatalogue).flat();
    const key = { workspaceId: actor.workspaceId, id: change.id };
    const row = await lockRole(tx, key);
    mustBeVersion(row, change.version);
    mustBeChangeable(row.key, change);
    mustKnow(change.permissions ?? [], catalogue);
    const before = { name: row.name, permissions: row.permissions, scope: row.scope };
    const after = {
      name: change.name ?? row.name,
      permissions: change.permissions ? [...new Set(change.permissions)] : row.permissions,
      scope: change.scope ?? row.scope,
    };
    for (const state of [before, after]) {
      const permissions = permissionsOf({ ...state, key: row.key }, catalogue);
      mustCover(actor, { permissions, scope: state.scope }, 'role.beyond_own');
    }
    await saveRole(tx, key, after);
    await forgetActors(ctx, null);
    const difference = differenceOf(before, after);
    if (difference) {
      ctx.emit(roleChanged, { roleId: row.id });
      ctx.audit({
        action: 'role.changed',
        subject: { kind: 'role', id: row.id, name: after.name },
        ...difference,
      });
    }
    return toRole({ ...row, ...after, version: row.version + 1 }, catalogue);
  },
});

function mustBeChangeable(key: RoleKey | null, change: Input): void {
  if (key === null) {
    return;
  }
  const fixed = change.name !== undefined || change.permissions !== undefined;
  if (fixed || key === 'administrator') {
    throw new Refusal('not_allowed', 'role.built_in');
  }
}
