import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { emailAddress } from '../../../kernel/text.ts';
import { builtInRoles } from '../built-in-roles.data.ts';
import { workspaceCreated } from '../events.ts';
import { workspaceFounders } from '../points.ts';
import { emailKey } from '../rules.ts';
import { companyName, locale, passwordHash, personName, timeZone } from '../schema.ts';
import { slugOf } from '../slug.ts';
import { insertRole, insertUser, insertWorkspace, lockFounding } from '../store.ts';
import type { AllTables, RoleKey } from '../tables.ts';

const input = z.strictObject({
  company: companyName(),
  locale,
  timeZone: timeZone(),
  administrator: z.strictObject({
    name: personName(),
    email: emailAddress(),
    passwordHash: passwordHash(),
  }),
  /** Refuse when there is a workspace already: the first-run guide works once. */
  onlyFirst: z.boolean(),
});

/**
 * Makes a workspace with its roles and its first administrator, and lets every module add what it needs in one.
 * The actor is the system inside the new workspace: its id is made by the caller.
 * @throws Refusal 409 setup.done
 */
export const foundWorkspace = defineCommand({
  name: 'found-workspace',
  permission: 'workspace.change',
  input,
  output: z.object({ id: z.uuid(), slug: z.string(), administratorId: z.uuid() }),
  async run(ctx, wanted) {
    const { tx, actor, now } = ctx;
    const id = actor.workspaceId;
    await lockFounding(tx);
    const slug = await freeSlug(ctx, wanted);
    await insertWorkspace(tx, {
      id,
      slug,
      name: wanted.company,
      locale: wanted.locale,
      time_zone: wanted.timeZone,
      settings: JSON.stringify({}),
      version: 1,
      created_at: now,
    });
    const roleId = await insertRoles(ctx, wanted.locale);
    const administratorId = newId();
    const { name, email } = wanted.administrator;
    await insertUser(tx, {
      workspace_id: id,
      id: administratorId,
      name,
      email,
      email_key: emailKey(email),
      password_hash: wanted.administrator.passwordHash,
      role_id: roleId,
      locale: wanted.locale,
      created_at: now,
    });
    ctx.emit(workspaceCreated, { workspaceId: id, administratorId });
    ctx.audit({
      action: 'workspace.created',
      subject: { kind: 'workspace', id, name: wanted.company },
      before: null,
      after: { slug, locale: wanted.locale, timeZone: wanted.timeZone, administrator: email },
    });
    const founded = { id, slug, name: wanted.company, administratorId };
    for (const found of ctx.contributions(workspaceFounders)) {
      await found(ctx, { ...founded, locale: wanted.locale, timeZone: wanted.timeZone });
    }
    return { id, slug, administratorId };
  },
});

async function freeSlug(
  { tx }: CommandContext,
  { company, onlyFirst }: z.output<typeof input>,
): Promise<string> {
  const rows = await tx.withTables<AllTables>().selectFrom('workspace').select('slug').execute();
  if (onlyFirst && rows.length > 0) {
    throw new Refusal('conflict', 'setup.done');
  }
  const taken = new Set(rows.map(({ slug }) => slug));
  const wish = slugOf(company);
  let slug = wish;
  for (let number = 2; taken.has(slug); number += 1) {
    slug = `${wish}-${number}`;
  }
  return slug;
}

/** @returns the administrator's */
async function insertRoles({ tx, actor, now }: CommandContext, language: 'ru' | 'en') {
  let administrator = '';
  for (const [key, { names, scope }] of Object.entries(builtInRoles)) {
    const id = newId();
    await insertRole(tx, {
      workspace_id: actor.workspaceId,
      id,
      key: key as RoleKey,
      name: names[language],
      permissions: [],
      scope,
      created_at: now,
    });
    administrator = key === 'administrator' ? id : administrator;
  }
  return administrator;
}
