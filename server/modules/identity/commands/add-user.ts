import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { emailAddress, id } from '../../../kernel/text.ts';
import { userAdded } from '../events.ts';
import { forgetActors } from '../forget-actors.ts';
import { mustGrantRole } from '../granting.ts';
import { readUser } from '../queries/list-users.ts';
import { emailKey } from '../rules.ts';
import { ids, locale, passwordHash, personName, user } from '../schema.ts';
import { insertUser, setTeamsOfUser } from '../store.ts';
import type { AllTables } from '../tables.ts';

export const addUser = defineCommand({
  name: 'add-user',
  permission: 'user.change',
  input: z.strictObject({
    name: personName(),
    email: emailAddress(),
    roleId: id(),
    teamIds: ids(200).default([]),
    passwordHash: passwordHash(),
    /** Unset: the company's. */
    locale: locale.optional(),
  }),
  output: user,
  async run(ctx, input) {
    const { tx, actor, now } = ctx;
    const { workspaceId } = actor;
    await mustGrantRole(ctx, input.roleId);
    const userId = newId();
    await insertUser(tx, {
      workspace_id: workspaceId,
      id: userId,
      name: input.name,
      email: input.email,
      email_key: emailKey(input.email),
      password_hash: input.passwordHash,
      role_id: input.roleId,
      locale: input.locale ?? (await languageOf(ctx)),
      created_at: now,
    });
    await setTeamsOfUser(tx, { workspaceId, id: userId }, input.teamIds);
    await forgetActors(ctx, userId);
    const added = await readUser(tx, workspaceId, userId);
    ctx.emit(userAdded, { userId });
    ctx.audit({
      action: 'user.added',
      subject: { kind: 'user', id: userId, name: added.name },
      before: null,
      after: { name: added.name, email: added.email, role: added.role, teams: added.teams },
    });
    return added;
  },
});

async function languageOf({ tx, actor }: CommandContext): Promise<'ru' | 'en'> {
  const row = await tx
    .withTables<AllTables>()
    .selectFrom('workspace')
    .select('locale')
    .where('id', '=', actor.workspaceId)
    .executeTakeFirstOrThrow();
  return row.locale as 'ru' | 'en';
}
