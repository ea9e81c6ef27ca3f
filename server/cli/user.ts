import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { systemActor, type Actor } from '../kernel/actor.ts';
import type { Database } from '../kernel/database.ts';
import { Refusal } from '../kernel/errors.ts';
import type { Executor } from '../kernel/executor.ts';
import {
  addUser,
  changeUser,
  closeSessionsOf,
  findRole,
  findUser,
  hashNewPassword,
  listAllUsers,
  listWorkspaces,
  type WorkspaceEntry,
} from '../modules/identity/public.ts';
import { userWords, type UserWords } from './user-words.data.ts';

export type UserCommandParts = {
  readonly db: Database;
  readonly executor: Executor;
  readonly language: 'ru' | 'en';
  readonly write: (text: string) => void;
};

type Options = { name?: string; role?: string; password?: string; workspace?: string };
type Call = UserCommandParts & {
  readonly words: UserWords;
  readonly workspace: WorkspaceEntry;
  readonly actor: Actor;
  readonly options: Options;
};

/** A sentence for the terminal; ends the command with code 1. */
class Said extends Error {}

/**
 * `otklik user …`: for whoever holds the server, also when nobody can sign in any more.
 * @returns the exit code
 */
export async function runUser(parts: UserCommandParts, args: string[]): Promise<number> {
  const words = userWords[parts.language];
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { name: text, role: text, password: text, workspace: text },
    });
    const [verb = '', email = '', extra = ''] = positionals;
    const act = verbs[verb];
    if (!act || (verb !== 'list' && email === '')) {
      throw new Said(words.usage);
    }
    const workspace = await workspaceOf(parts, words, values.workspace);
    const actor = systemActor(workspace.id, 'otklik user');
    await act({ ...parts, words, workspace, actor, options: values }, email, extra);
    return 0;
  } catch (error) {
    const sentence = inWords(error, words);
    if (sentence === null) {
      throw error;
    }
    parts.write(`${sentence.trimEnd()}\n`);
    return 1;
  }
}

const verbs: Readonly<Record<string, (call: Call, email: string, extra: string) => Promise<void>>> =
  {
    list,
    add,
    password: setPassword,
    role: async (call, email, role) => change(call, email, { roleId: await roleIdOf(call, role) }),
    deactivate: (call, email) => change(call, email, { active: false }),
    activate: (call, email) => change(call, email, { active: true }),
    'totp-off': (call, email) => change(call, email, { totpEnabled: false }),
    'sign-out': signOut,
  };

function inWords(error: unknown, words: UserWords): string | null {
  if (error instanceof Said) {
    return error.message;
  }
  if (error instanceof Refusal) {
    const [wrong] = error.details.errors ?? [];
    return `${words.refused}${wrong ? `${wrong.field} ${wrong.code}` : error.code}`;
  }
  const { code = '' } = error as { code?: string };
  return code.startsWith('ERR_PARSE_ARGS') ? words.usage : null;
}

async function workspaceOf(
  { db }: UserCommandParts,
  words: UserWords,
  slug: string | undefined,
): Promise<WorkspaceEntry> {
  const all = await listWorkspaces(db, slug === undefined ? {} : { slug });
  if (all.length > 1) {
    throw new Said(words.whichWorkspace + all.map((each) => each.slug).join(', '));
  }
  if (!all[0]) {
    throw new Said(words.noWorkspace);
  }
  return all[0];
}

async function list({ db, workspace, words, write }: Call): Promise<void> {
  for (const user of await listAllUsers(db, workspace.id)) {
    const state = user.active ? words.active : words.inactive;
    const totp = user.totpEnabled ? 'TOTP' : '';
    write(`${[user.email, user.name, user.role.name, state, totp].join('\t').trimEnd()}\n`);
  }
}

async function add(call: Call, email: string): Promise<void> {
  const { executor, actor, options, workspace, write, words } = call;
  const roleId = await roleIdOf(call, options.role ?? 'agent');
  const password = options.password ?? newPassword();
  const passwordHash = await hashNewPassword(password, {
    field: 'password',
    email,
    company: workspace.name,
  });
  const name = options.name ?? email.split('@')[0];
  const added = await executor.execute(
    addUser,
    { name, email, roleId, teamIds: [], passwordHash },
    actor,
  );
  write(`${words.done}${added.email}\t${added.name}\t${added.role.name}\n`);
  sayPassword(call, password);
}

async function setPassword(call: Call, email: string): Promise<void> {
  const password = call.options.password ?? newPassword();
  const company = call.workspace.name;
  const passwordHash = await hashNewPassword(password, { field: 'password', email, company });
  await change(call, email, { passwordHash });
  sayPassword(call, password);
}

async function signOut(call: Call, email: string): Promise<void> {
  const { executor, actor, write, words } = call;
  const { id: userId } = await userOf(call, email);
  const { ended } = await executor.execute(closeSessionsOf, { userId }, actor);
  write(`${words.done}${email}\t${ended}\n`);
}

async function change(call: Call, email: string, wanted: object): Promise<void> {
  const { executor, actor, write, words } = call;
  const { id, version } = await userOf(call, email);
  const changed = await executor.execute(changeUser, { id, version, ...wanted }, actor);
  const state = changed.active ? words.active : words.inactive;
  write(`${words.done}${changed.email}\t${changed.role.name}\t${state}\n`);
}

async function userOf({ db, workspace, words }: Call, email: string) {
  const user = await findUser(db, workspace.id, email);
  if (!user) {
    throw new Said(words.noUser + email);
  }
  return user;
}

async function roleIdOf({ db, workspace, words }: Call, name: string): Promise<string> {
  const id = await findRole(db, workspace.id, name);
  if (id === null) {
    throw new Said(words.noRole + name);
  }
  return id;
}

/** Shown only when it was made here: one that was typed is known already. */
function sayPassword({ options, words, write }: Call, password: string): void {
  if (options.password === undefined) {
    write(`${words.password}: ${password}\n`);
  }
}

const newPassword = (): string => randomBytes(12).toString('base64url');
