import { systemActor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { foundWorkspace } from './commands/found-workspace.ts';
import type { IdentityParts } from './parts.ts';
import { anyWorkspaceExists } from './queries/workspaces.ts';
import { hashNewPassword } from './sign-in/password.ts';

export type FirstWorkspace = {
  readonly company: string;
  readonly locale: 'ru' | 'en';
  readonly timeZone: string;
  readonly administrator: {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  };
};

export type Founded = { readonly workspaceId: string; readonly administratorId: string };

/**
 * The first run, from the guide in the browser or from the command line. Two at once make one workspace.
 * @throws Refusal 409 setup.done when there is one already; 400 for a weak password
 */
export async function foundFirstWorkspace(
  { db, executor }: Pick<IdentityParts, 'db' | 'executor'>,
  { administrator, ...wanted }: FirstWorkspace,
  { ip = null }: { ip?: string | null } = {},
): Promise<Founded> {
  // Before the hashing: after the first run this door must cost next to nothing.
  if (await anyWorkspaceExists(db)) {
    throw new Refusal('conflict', 'setup.done');
  }
  const { name, email, password } = administrator;
  const passwordHash = await hashNewPassword(password, {
    field: 'administrator.password',
    email,
    company: wanted.company,
  });
  const workspaceId = newId();
  const { administratorId } = await executor().execute(
    foundWorkspace,
    { ...wanted, administrator: { name, email, passwordHash }, onlyFirst: true },
    { ...systemActor(workspaceId, name), ip },
  );
  return { workspaceId, administratorId };
}
