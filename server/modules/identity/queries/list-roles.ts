import { sql } from 'kysely';
import { z } from 'zod';
import type { Permission } from '../../../kernel/modules.ts';
import { pageInput, pageOf } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { permissionsOf } from '../rules.ts';
import { permission, role, type Role } from '../schema.ts';
import type { AllTables, IdentityTables } from '../tables.ts';

/** Built-in ones first, by weight; then the company's own by name. One page: there are at most a hundred. */
export const listRoles = (catalogue: readonly Permission[]) =>
  defineQuery({
    name: 'list-roles',
    permission: 'user.read',
    input: z.strictObject(pageInput),
    output: pageOf(role),
    async run({ db, actor }) {
      const rows = await db
        .withTables<AllTables>()
        .selectFrom('role')
        .selectAll()
        .where('workspace_id', '=', actor.workspaceId)
        .orderBy(sql`array_position(array['administrator', 'lead', 'agent', 'observer'], key)`)
        .orderBy(sql`lower(name)`)
        .execute();
      return { items: rows.map((row) => toRole(row, catalogue)), next: null };
    },
  });

type Row = Pick<IdentityTables['role'], 'id' | 'key' | 'name' | 'permissions' | 'scope'> & {
  version: number;
};

export function toRole(row: Row, catalogue: readonly Permission[]): Role {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    permissions: permissionsOf(row, catalogue),
    scope: row.scope,
    version: row.version,
  };
}

export const listPermissions = (catalogue: readonly Permission[]) =>
  defineQuery({
    name: 'list-permissions',
    permission: 'user.read',
    input: z.strictObject(pageInput),
    output: pageOf(permission),
    async run() {
      return { items: catalogue.map(({ key, group }) => ({ key, group })), next: null };
    },
  });
