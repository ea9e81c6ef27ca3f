import type { CommandContext } from '../../kernel/commands.ts';
import { isForeignKeyViolation } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { CardTables } from './card-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type EntityRow = CardTables['legal_entity'];
export type BranchRow = CardTables['branch'];

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<CardTables>();

export async function findFirstEntity(
  ctx: Context,
  organizationId: string,
): Promise<EntityRow | undefined> {
  return tables(ctx)
    .selectFrom('legal_entity')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('organization_id', '=', organizationId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertEntity(ctx: Context, row: EntityRow): Promise<void> {
  await ofKnownOrganization(tables(ctx).insertInto('legal_entity').values(row).execute());
}

export async function lockEntity(ctx: Context, id: string): Promise<EntityRow> {
  const row = await tables(ctx)
    .selectFrom('legal_entity')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'legal_entity.not_found');
  }
  return row;
}

export async function saveEntity(ctx: Context, row: EntityRow): Promise<void> {
  const { kind, name, inn, kpp, ogrn, address, version } = row;
  await tables(ctx)
    .updateTable('legal_entity')
    .set({ kind, name, inn, kpp, ogrn, address, version })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', row.id)
    .execute();
}

export async function deleteEntity(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('legal_entity')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function insertBranch(ctx: Context, row: BranchRow): Promise<void> {
  await ofKnownOrganization(tables(ctx).insertInto('branch').values(row).execute());
}

export async function lockBranch(ctx: Context, id: string): Promise<BranchRow> {
  const row = await tables(ctx)
    .selectFrom('branch')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'branch.not_found');
  }
  return row;
}

export async function saveBranch(ctx: Context, row: BranchRow): Promise<void> {
  const { name, address, time_zone, version } = row;
  await tables(ctx)
    .updateTable('branch')
    .set({ name, address, time_zone, version })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', row.id)
    .execute();
}

export async function deleteBranch(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('branch')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

async function ofKnownOrganization<T>(saving: Promise<T>): Promise<T> {
  try {
    return await saving;
  } catch (error) {
    throw isForeignKeyViolation(error) ? new Refusal('not_found', 'organization.not_found') : error;
  }
}
