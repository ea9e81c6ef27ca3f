import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import type { KernelTables } from '../../../../kernel/kernel-tables.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../../kernel/pages.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { id } from '../../../../kernel/text.ts';
import { BulkAct, BulkTicket, canBeUndone, Outcome, type Kept } from '../schema.ts';
import type { DeskTables } from '../../desk-tables.ts';
import type { NameTables, TicketTables } from '../../tables.ts';

type Owner = Pick<Actor, 'id' | 'workspaceId'>;

function selectActs(db: Reader, actor: Owner) {
  return db
    .withTables<DeskTables & NameTables>()
    .selectFrom('bulk_act')
    .innerJoin('user_account as maker', (join) =>
      join
        .onRef('maker.workspace_id', '=', 'bulk_act.workspace_id')
        .onRef('maker.id', '=', 'bulk_act.user_id'),
    )
    .selectAll('bulk_act')
    .select('maker.name as by_name')
    .select([
      sql<Record<Outcome, number>>`coalesce((select jsonb_object_agg(outcome, n) from (
        select outcome, count(*) as n from bulk_ticket where workspace_id = bulk_act.workspace_id
          and bulk_act_id = bulk_act.id group by outcome) as each), '{}')`.as('counts'),
      sql<
        string | null
      >`(select id from bulk_act as undo where undo.workspace_id = bulk_act.workspace_id
        and undo.undo_of = bulk_act.id)`.as('undone_by'),
    ])
    .where('bulk_act.workspace_id', '=', actor.workspaceId)
    .where('bulk_act.user_id', '=', actor.id);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectActs>['executeTakeFirstOrThrow']>>;

const none = Object.fromEntries(Outcome.options.map((name) => [name, 0])) as Record<
  Outcome,
  number
>;

const toAct = (row: Row): BulkAct => ({
  id: row.id,
  state: row.state,
  total: row.total,
  counts: { ...none, ...row.counts },
  changes: row.changes,
  by: { id: row.user_id, name: row.by_name },
  undoOf: row.undo_of,
  undoneBy: row.undone_by,
  undoable: row.undo_of === null && canBeUndone(row.changes),
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});

export async function readAct(db: Reader, actor: Owner, actId: string): Promise<BulkAct> {
  const row = await selectActs(db, actor).where('bulk_act.id', '=', actId).executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'bulk.not_found');
  }
  return toAct(row);
}

export const getBulkAct = defineQuery({
  name: 'tickets.get-bulk-act',
  permission: 'ticket.read',
  input: z.strictObject({ bulkActId: id() }),
  output: BulkAct,
  run: ({ db, actor }, { bulkActId }) => readAct(db, actor, bulkActId),
});

export const listBulkActs = defineQuery({
  name: 'tickets.list-bulk-acts',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput }),
  output: pageOf(BulkAct),
  async run({ db, actor }, { limit, after }) {
    let query = selectActs(db, actor);
    if (after) {
      const [at, lastId] = decodeCursor(after, z.tuple([z.iso.datetime(), z.uuid()]));
      query = query.where(
        sql<boolean>`(bulk_act.created_at, bulk_act.id) < (${at}::timestamptz, ${lastId}::uuid)`,
      );
    }
    const rows = await query
      .orderBy('bulk_act.created_at', 'desc')
      .orderBy('bulk_act.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, {
      item: toAct,
      cursor: (row) => [row.created_at.toISOString(), row.id],
    });
  },
});

export const listBulkTickets = defineQuery({
  name: 'tickets.list-bulk-tickets',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, bulkActId: id(), outcome: Outcome.optional() }),
  output: pageOf(BulkTicket),
  async run({ db, actor }, { bulkActId, outcome, limit, after }) {
    await readAct(db, actor, bulkActId);
    let query = db
      .withTables<DeskTables & TicketTables>()
      .selectFrom('bulk_ticket')
      .innerJoin('ticket', (join) =>
        join
          .onRef('ticket.workspace_id', '=', 'bulk_ticket.workspace_id')
          .onRef('ticket.id', '=', 'bulk_ticket.ticket_id'),
      )
      .select([
        'bulk_ticket.position',
        'bulk_ticket.outcome',
        'bulk_ticket.code',
        'bulk_ticket.kept',
        'ticket.id',
        'ticket.number',
        'ticket.subject',
      ])
      .where('bulk_ticket.workspace_id', '=', actor.workspaceId)
      .where('bulk_ticket.bulk_act_id', '=', bulkActId);
    if (outcome) {
      query = query.where('bulk_ticket.outcome', '=', outcome);
    }
    if (after) {
      const [last] = decodeCursor(after, z.tuple([z.int()]));
      query = query.where('bulk_ticket.position', '>', last);
    }
    const rows = await query
      .orderBy('bulk_ticket.position')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, {
      item: (row) => ({
        ticket: { id: row.id, number: row.number, subject: row.subject },
        outcome: row.outcome,
        code: row.code,
        kept: (row.kept ?? []) as Kept[],
      }),
      cursor: (row) => [row.position],
    });
  },
});

/** For the one who goes on with an act, whoever has begun it. */
export async function readActToRun(db: Reader, workspaceId: string, actId: string) {
  return db
    .withTables<DeskTables & NameTables>()
    .selectFrom('bulk_act')
    .innerJoin('user_account as maker', (join) =>
      join
        .onRef('maker.workspace_id', '=', 'bulk_act.workspace_id')
        .onRef('maker.id', '=', 'bulk_act.user_id'),
    )
    .select(['bulk_act.id', 'bulk_act.state', 'bulk_act.actor', 'bulk_act.changes', 'maker.active'])
    .where('bulk_act.workspace_id', '=', workspaceId)
    .where('bulk_act.id', '=', actId)
    .executeTakeFirst();
}

export async function readWaiting(
  db: Reader,
  workspaceId: string,
  { actId, limit }: { actId: string; limit: number },
): Promise<{ position: number; ticket_id: string }[]> {
  return db
    .withTables<DeskTables>()
    .selectFrom('bulk_ticket')
    .select(['position', 'ticket_id'])
    .where('workspace_id', '=', workspaceId)
    .where('bulk_act_id', '=', actId)
    .where('outcome', '=', 'waiting')
    .orderBy('position')
    .limit(limit)
    .execute();
}

/** Who was the last to change this field of a ticket. */
export async function lastChangerOf(
  db: Reader,
  workspaceId: string,
  { ticketId, field }: { ticketId: string; field: string },
): Promise<string | null> {
  const row = await db
    .withTables<KernelTables>()
    .selectFrom('event')
    .select('actor_name')
    .where('workspace_id', '=', workspaceId)
    .where('ticket_id', '=', ticketId)
    .where(touches(field))
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.actor_name ?? null;
}

/** An own field, `fields.sum`, is one of the values in a change of all of them. */
function touches(field: string) {
  const [list, name] = field.split('.');
  const told = sql<boolean>`changes @> ${JSON.stringify([{ field: list }])}::jsonb`;
  return name === undefined
    ? told
    : sql<boolean>`${told} and exists (select from jsonb_array_elements(changes) as one
        where one->>'field' = ${list} and one->'from'->${name}::text is distinct from one->'to'->${name}::text)`;
}
