import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { userChanged, userDeactivated } from '../events.ts';
import { forgetActors } from '../forget-actors.ts';
import { permissionCatalogue } from '../points.ts';
import { readUser } from '../queries/list-users.ts';
import { differenceOf, mustBeVersion, mustCover, permissionsOf } from '../rules.ts';
import { edit, ids, passwordHash, personName, user, type User } from '../schema.ts';
import { deleteSessions, deleteTokens, setRecoveryCodes } from '../session-store.ts';
import { lockAdministrators, lockUser, saveUser, setTeamsOfUser } from '../store.ts';
import type { AllTables } from '../tables.ts';
import { mustGrantRole } from '../granting.ts';

const input = z.strictObject({
  ...edit,
  name: personName().optional(),
  roleId: id().optional(),
  teamIds: ids(200).optional(),
  active: z.boolean().optional(),
  passwordHash: passwordHash().optional(),
  /** Only off: somebody has lost the phone and the recovery codes. */
  totpEnabled: z.literal(false).optional(),
});
type Input = z.output<typeof input>;

export const changeUser = defineCommand({
  name: 'change-user',
  permission: 'user.change',
  input,
  output: user,
  async run(ctx, change) {
    const { tx, actor } = ctx;
    const key = { workspaceId: actor.workspaceId, id: change.id };
    const row = await lockUser(tx, key);
    mustBeVersion(row, change.version);
    await mustNotOutrank(ctx, row.role_id);
    if (change.roleId !== undefined && change.roleId !== row.role_id) {
      await mustGrantRole(ctx, change.roleId);
    }
    if (change.active === false || (change.roleId ?? row.role_id) !== row.role_id) {
      await mustNotBeLast(ctx, change.id);
    }
    const before = await readUser(tx, actor.workspaceId, change.id);
    await saveUser(tx, key, columnsOf(change));
    if (change.teamIds) {
      await setTeamsOfUser(tx, key, change.teamIds);
    }
    await endWhatMustEnd(ctx, change);
    await forgetActors(ctx, change.id);
    const after = await readUser(tx, actor.workspaceId, change.id);
    record(ctx, change, { before, after });
    return after;
  },
});

function columnsOf(change: Input) {
  return {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.roleId !== undefined && { role_id: change.roleId }),
    ...(change.active !== undefined && { active: change.active }),
    ...(change.passwordHash !== undefined && { password_hash: change.passwordHash }),
    ...(change.totpEnabled === false && { totp_secret: null, totp_enabled_at: null }),
  };
}

/** Setting the password of somebody who may do more would be a way to become them. */
async function mustNotOutrank(ctx: CommandContext, roleId: string): Promise<void> {
  const role = await ctx.tx
    .withTables<AllTables>()
    .selectFrom('role')
    .select(['key', 'permissions', 'scope'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', roleId)
    .executeTakeFirstOrThrow();
  const catalogue = ctx.contributions(permissionCatalogue).flat();
  const held = { permissions: permissionsOf(role, catalogue), scope: role.scope };
  mustCover(ctx.actor, held, 'user.beyond_own');
}

async function mustNotBeLast({ tx, actor }: CommandContext, userId: string): Promise<void> {
  const administrators = await lockAdministrators(tx, actor.workspaceId);
  if (administrators.length === 1 && administrators[0] === userId) {
    throw new Refusal('not_allowed', 'user.last_administrator');
  }
}

async function endWhatMustEnd({ tx, actor }: CommandContext, change: Input): Promise<void> {
  const of = { workspaceId: actor.workspaceId, userId: change.id };
  if (change.totpEnabled === false) {
    await setRecoveryCodes(tx, of, []);
  }
  if (change.active === false) {
    await deleteSessions(tx, of);
    await deleteTokens(tx, of);
  } else if (change.passwordHash !== undefined) {
    await deleteSessions(tx, of, { except: actor.id === change.id ? actor.sessionId : null });
  }
}

function record(
  ctx: CommandContext,
  change: Input,
  { before, after }: { before: User; after: User },
): void {
  const difference = differenceOf(shownOf(before), shownOf(after)) ?? { before: {}, after: {} };
  const fields = Object.keys(difference.after);
  const password = change.passwordHash === undefined ? {} : { password: 'changed' };
  if (fields.length === 0 && change.passwordHash === undefined) {
    return;
  }
  ctx.audit({
    action: 'user.changed',
    subject: { kind: 'user', id: after.id, name: after.name },
    before: difference.before,
    after: { ...difference.after, ...password },
  });
  ctx.emit(userChanged, { userId: after.id, fields });
  if (before.active && !after.active) {
    ctx.emit(userDeactivated, { userId: after.id });
  }
}

function shownOf({ name, role, teams, active, totpEnabled }: User) {
  return { name, role, teams, active, totpEnabled };
}
