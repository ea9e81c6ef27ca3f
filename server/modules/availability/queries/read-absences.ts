import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Absence } from '../schema.ts';
import type { AvailabilityTables, NameTables } from '../tables.ts';

export function selectAbsences(db: Reader, workspaceId: string) {
  return db
    .withTables<AvailabilityTables & NameTables>()
    .selectFrom('absence')
    .innerJoin('user_account as user', (join) =>
      join
        .onRef('user.workspace_id', '=', 'absence.workspace_id')
        .onRef('user.id', '=', 'absence.user_id'),
    )
    .leftJoin('user_account as substitute', (join) =>
      join
        .onRef('substitute.workspace_id', '=', 'absence.workspace_id')
        .onRef('substitute.id', '=', 'absence.substitute_id'),
    )
    .selectAll('absence')
    .select(['user.name as user_name', 'substitute.name as substitute_name'])
    .select(
      sql<Absence['tickets']>`(select json_build_object(
        'handed', count(*) filter (where state = 'handed'),
        'returned', count(*) filter (where state = 'returned'),
        'kept', count(*) filter (where state = 'kept')) from absence_ticket
        where absence_ticket.workspace_id = absence.workspace_id and absence_ticket.absence_id = absence.id)`.as(
        'tickets',
      ),
    )
    .where('absence.workspace_id', '=', workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAbsences>['execute']>>[number];

export const mayChangeOf = (actor: Actor, userId: string): boolean =>
  actor.id === userId || actor.permissions.has('availability.change');

export function toAbsence(row: Row, actor: Actor): Absence {
  const mayChange = mayChangeOf(actor, row.user_id);
  return {
    id: row.id,
    user: { id: row.user_id, name: row.user_name },
    kind: mayChange ? row.kind : null,
    from: row.starts_at.toISOString(),
    to: row.ends_at?.toISOString() ?? null,
    firstDay: row.first_day,
    lastDay: row.last_day,
    note: mayChange ? row.note : null,
    substitute:
      row.substitute_id === null
        ? null
        : { id: row.substitute_id, name: row.substitute_name ?? '' },
    handsOver: row.hands_over,
    givesBack: row.gives_back,
    state: row.state,
    moving: row.moving,
    tickets: row.tickets,
    createdBy: row.created_by_name,
    version: row.version,
    mayChange,
  };
}

export async function readAbsence(db: Reader, actor: Actor, id: string): Promise<Absence> {
  const row = await selectAbsences(db, actor.workspaceId)
    .where('absence.id', '=', id)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'absence.not_found');
  }
  return toAbsence(row, actor);
}
