import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import { Refusal } from '../../../kernel/errors.ts';
import {
  commandRoute,
  queryRoute,
  specialRoute,
  type Route,
  type SpecialRequest,
} from '../../../kernel/routes.ts';
import { emailAddress, id } from '../../../kernel/text.ts';
import { addRole } from '../commands/add-role.ts';
import { addTeam } from '../commands/add-team.ts';
import { addUser } from '../commands/add-user.ts';
import { changeRole } from '../commands/change-role.ts';
import { changeTeam } from '../commands/change-team.ts';
import { changeUser } from '../commands/change-user.ts';
import { changeWorkspace } from '../commands/change-workspace.ts';
import { deleteRole } from '../commands/delete-role.ts';
import { deleteTeam } from '../commands/delete-team.ts';
import type { RouteParts } from '../parts.ts';
import { findAccount } from '../queries/find-account.ts';
import { getWorkspace, readWorkspace } from '../queries/get-workspace.ts';
import { listPermissions, listRoles } from '../queries/list-roles.ts';
import { listTeams } from '../queries/list-teams.ts';
import { listUsers } from '../queries/list-users.ts';
import { edit, ids, locale, newPassword, personName, user } from '../schema.ts';
import { hashNewPassword } from '../sign-in/password.ts';

export function peopleRoutes(parts: RouteParts): Route[] {
  const { catalogue } = parts;
  return [
    queryRoute('GET /users', listUsers, { summary: 'People of the company' }),
    addUserRoute(parts),
    changeUserRoute(parts),
    queryRoute('GET /teams', listTeams, { summary: 'Teams and their members' }),
    commandRoute('POST /teams', addTeam, { summary: 'Make a team', status: 201 }),
    commandRoute('PATCH /teams/:id', changeTeam, { summary: 'Rename a team, set its members' }),
    commandRoute('DELETE /teams/:id', deleteTeam, { summary: 'Delete a team', status: 204 }),
    queryRoute('GET /roles', listRoles(catalogue), { summary: 'Roles, built in and own' }),
    commandRoute('POST /roles', addRole, { summary: 'Make a role', status: 201 }),
    commandRoute('PATCH /roles/:id', changeRole, { summary: 'Change a role' }),
    commandRoute('DELETE /roles/:id', deleteRole, { summary: 'Delete a role', status: 204 }),
    queryRoute('GET /permissions', listPermissions(catalogue), {
      summary: 'Everything a role can permit',
    }),
    queryRoute('GET /workspace', getWorkspace, { summary: 'The company and its settings' }),
    commandRoute('PATCH /workspace', changeWorkspace, { summary: 'Change the settings' }),
  ];
}

function addUserRoute(parts: RouteParts): Route {
  return specialRoute('POST /users', {
    name: 'add-user',
    summary: 'Add somebody to the company',
    status: 201,
    permission: 'user.change',
    input: z.strictObject({
      name: personName(),
      email: emailAddress(),
      roleId: id(),
      teamIds: ids(200).optional(),
      password: newPassword(),
      locale: locale.optional(),
    }),
    output: user,
    isRepeatable: true,
    async handle(request) {
      const { password, ...rest } = request.input;
      const passwordHash = await hashFor(parts, request, { password, email: rest.email });
      const options = { idempotencyKey: keyOf(request), sameAs: rest };
      const actor = request.actor as Actor;
      return {
        json: await parts.executor().execute(addUser, { ...rest, passwordHash }, actor, options),
      };
    },
  });
}

function changeUserRoute(parts: RouteParts): Route {
  return specialRoute('PATCH /users/:id', {
    name: 'change-user',
    summary: 'Change somebody: name, role, teams, password; deactivate them',
    permission: 'user.change',
    input: z.strictObject({
      ...edit,
      name: personName().optional(),
      roleId: id().optional(),
      teamIds: ids(200).optional(),
      active: z.boolean().optional(),
      password: newPassword().optional(),
      totpEnabled: z.literal(false).optional(),
    }),
    output: user,
    isRepeatable: true,
    async handle(request) {
      const { password, ...rest } = request.input;
      const actor = request.actor as Actor;
      const hashed = password !== undefined && {
        passwordHash: await hashFor(parts, request, {
          password,
          email: await emailOf(parts, actor, rest.id),
        }),
      };
      const options = { idempotencyKey: keyOf(request), sameAs: rest };
      return {
        json: await parts.executor().execute(changeUser, { ...rest, ...hashed }, actor, options),
      };
    },
  });
}

async function hashFor(
  { db }: RouteParts,
  request: SpecialRequest<unknown>,
  { password, email }: { password: string; email: string },
): Promise<string> {
  const { workspaceId } = request.actor as Actor;
  const { name } = await db.read(workspaceId, (reader) => readWorkspace(reader, workspaceId));
  return hashNewPassword(password, { field: 'password', email, company: name });
}

async function emailOf({ db }: RouteParts, { workspaceId }: Actor, userId: string) {
  const account = await db.read(workspaceId, (reader) =>
    findAccount(reader, workspaceId, { id: userId }),
  );
  if (!account) {
    throw new Refusal('not_found', 'user.not_found');
  }
  return account.email;
}

/** The receipt compares everything but the password: a hash of that has no place in it. */
function keyOf({ headers }: SpecialRequest<unknown>): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) {
    return undefined;
  }
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) {
    throw new Refusal('invalid', 'idempotency.key_malformed');
  }
  return key;
}
