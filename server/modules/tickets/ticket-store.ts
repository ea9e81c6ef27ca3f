import { sql, type Insertable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { preparedRead, preparedWrite } from '../../kernel/prepared.ts';
import type { TicketRecord } from './store.ts';
import type { TicketTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;

/** Numbers come from a sequence of the workspace: no row that every writer would wait for. Gaps are possible. */
export const numberSequence = (workspaceId: string) =>
  `ticket_number_${workspaceId.replaceAll('-', '')}`;

export async function createNumberSequence(ctx: Context): Promise<void> {
  await sql`create sequence if not exists ${sql.ref(numberSequence(ctx.actor.workspaceId))}`.execute(
    ctx.tx,
  );
}

const nextNumber = preparedRead<{ sequence: string }, { number: number }>(
  (db, slot) =>
    sql<{ number: number }>`select nextval(${slot.sequence}::regclass) as number`.compile(db),
  { sequence: 'text' },
);

export async function takeNumber(ctx: Context): Promise<number> {
  const sequence = numberSequence(ctx.actor.workspaceId);
  const [next] = await nextNumber.all(ctx.tx, { sequence });
  return next?.number ?? 0;
}

/** What may change in the life of a ticket; a new column of the table belongs here or to `neverChanged`. */
const changing = [
  'type',
  'subject',
  'status',
  'own_status_id',
  'priority',
  'impact',
  'urgency',
  'category_id',
  'requester_id',
  'organization_id',
  'team_id',
  'assignee_id',
  'tags',
  'region',
  'fields',
  'updated_at',
  'last_message_at',
  'last_message_by',
  'preview',
  'message_count',
  'first_responded_at',
  'solved_at',
  'first_response_due_at',
  'due_at',
  'clock',
  'resolution_due_at',
  'before_spam',
  'snoozed_until',
  'merged_into',
  'version',
] as const satisfies (keyof TicketTables['ticket'])[];
const neverChanged = [
  'workspace_id',
  'id',
  'number',
  'channel_kind',
  'channel_id',
  'created_at',
] as const satisfies (keyof TicketTables['ticket'])[];

type Written = Record<(typeof changing)[number] | (typeof neverChanged)[number], unknown>;
type Columns = Insertable<TicketTables['ticket']>;

const insertedTicket = preparedWrite<Written, unknown>(
  { table: 'ticket', by: 'insert' },
  (db, slot) =>
    db
      .withTables<TicketTables>()
      .insertInto('ticket')
      .values(pick([...neverChanged, ...changing], slot) as Columns)
      .compile(),
);

const savedTicket = preparedWrite<Written, unknown>({ table: 'ticket', by: 'change' }, (db, slot) =>
  db
    .withTables<TicketTables>()
    .updateTable('ticket')
    .set(pick(changing, slot) as Partial<Columns>)
    .where('workspace_id', '=', slot.workspace_id as string)
    .where('id', '=', slot.id as string)
    .compile(),
);

const pick = (names: readonly (keyof Written)[], from: Written) =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

/** Fails to compile when a column is in neither list. */
type Forgotten = Exclude<keyof TicketTables['ticket'], keyof Written>;
const asWritten = (row: TicketRecord & Record<Forgotten, never>): Written => ({
  ...row,
  fields: JSON.stringify(row.fields),
  clock: row.clock === null ? null : JSON.stringify(row.clock),
});

/** A ticket in the state that policies have left it in. */
export function insertTicket(ctx: Context, row: TicketRecord): void {
  insertedTicket.later(ctx.tx, asWritten(row));
}

/** Saves a ticket whose row lock is held. */
export function saveTicket(ctx: Context, row: TicketRecord): void {
  savedTicket.later(ctx.tx, asWritten(row));
}
