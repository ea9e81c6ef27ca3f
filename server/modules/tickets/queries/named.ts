import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { preparedRead, type Read } from '../../../kernel/prepared.ts';
import type { NameTables, TicketTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;

const namedTable = {
  assigneeId: { table: 'user_account', code: 'user.not_found' },
  teamId: { table: 'team', code: 'team.not_found' },
  categoryId: { table: 'category', code: 'category.not_found' },
  ownStatusId: { table: 'own_status', code: 'own_status.not_found' },
} as const;

export type NamedField = keyof typeof namedTable;
export const isNamedField = (field: string): field is NamedField => field in namedTable;

type Slot = { workspaceId: string; id: string };
type Row = { id: string; name: string };

const readOf = (table: (typeof namedTable)[NamedField]['table']): Read<Slot, Row> =>
  preparedRead<Slot, Row>(
    (db, slot) =>
      db
        .withTables<NameTables & TicketTables>()
        .selectFrom(table)
        .select(['id', 'name'])
        .where('workspace_id', '=', slot.workspaceId)
        .where('id', '=', slot.id)
        .compile(),
    { workspaceId: 'uuid', id: 'uuid' },
  );
const reads: Readonly<Record<NamedField, Read<Slot, Row>>> = {
  assigneeId: readOf('user_account'),
  teamId: readOf('team'),
  categoryId: readOf('category'),
  ownStatusId: readOf('own_status'),
};

/** What was looked up in a transaction is not looked up in it again: a ticket's answer names whom its history has named. */
const found = new WeakMap<object, Map<string, string>>();
const keyOf = (field: NamedField, id: string) => `${field} ${id}`;

type KnownName = {
  readonly field: NamedField;
  readonly id: string;
  readonly name: string | undefined;
};

/** For the rest of this transaction; without a name it stays to be looked up. */
export function noteName(ctx: Context, { field, id, name }: KnownName): void {
  if (name !== undefined) {
    found.set(ctx.tx, (found.get(ctx.tx) ?? new Map<string, string>()).set(keyOf(field, id), name));
  }
}

/** Names for the history; refuses what does not exist here, so that no ticket points at another workspace's people. */
export async function namesOf(
  ctx: Context,
  field: NamedField,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const known = found.get(ctx.tx) ?? new Map<string, string>();
  found.set(ctx.tx, known);
  const { workspaceId } = ctx.actor;
  const unknown = [...new Set(ids)].filter((id) => !known.has(keyOf(field, id)));
  const rows = await Promise.all(
    unknown.map((id) => reads[field].all(ctx.tx, { workspaceId, id })),
  );
  for (const { id, name } of rows.flat()) {
    known.set(keyOf(field, id), name);
  }
  const names = new Map<string, string>();
  for (const id of ids) {
    const name = known.get(keyOf(field, id));
    if (name === undefined) {
      throw new Refusal('not_allowed', namedTable[field].code);
    }
    names.set(id, name);
  }
  return names;
}

/** A name that this transaction has looked up; undefined where it has not. */
export const nameFound = (ctx: Context, field: NamedField, id: string): string | undefined =>
  found.get(ctx.tx)?.get(keyOf(field, id));
