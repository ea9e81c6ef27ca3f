import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { mustCover } from '../rules.ts';
import { deleteRole as removeRole, lockRole } from '../store.ts';

/** @throws Refusal 422 role.built_in, role.in_use */
export const deleteRole = defineCommand({
  name: 'delete-role',
  permission: 'role.change',
  input: z.strictObject({ id: id() }),
  output: z.null(),
  async run(ctx, { id: roleId }) {
    const { tx, actor } = ctx;
    const key = { workspaceId: actor.workspaceId, id: roleId };
    const row = await lockRole(tx, key);
    if (row.key !== null) {
      throw new Refusal('not_allowed', 'role.built_in');
    }
    mustCover(actor, { permissions: [], scope: row.scope }, 'role.beyond_own');
    await removeRole(tx, key);
    ctx.audit({
      action: 'role.deleted',
      subject: { kind: 'role', id: row.id, name: row.name },
      before: { name: row.name, permissions: row.permissions, scope: row.scope },
      after: null,
    });
    return null;
  },
});
