import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import type { FieldChange } from '../../../kernel/events.ts';
import type { KernelTables } from '../../../kernel/kernel-tables.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, time } from '../../../kernel/text.ts';
import { requirePersonHere } from '../../customers/public.ts';
import { fieldEvents } from '../events.ts';
import { Status } from '../schema.ts';
import type { TicketTables } from '../tables.ts';
import { visibleTo } from '../visibility.ts';

const shownLength = 600;

const TimelineEntry = z
  .object({
    id: z.string(),
    /** `status`: the ticket's status was changed, nothing was written. */
    kind: z.enum(['message', 'status']),
    messageId: z.string().nullable(),
    at: time(),
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string(), status: Status }),
    channelKind: z.string(),
    direction: z.enum(['in', 'out']),
    visibility: z.enum(['public', 'internal']),
    author: z.object({ kind: z.enum(['person', 'user', 'system']), name: z.string() }),
    /** The beginning of what was written. */
    text: z.string(),
    cut: z.boolean(),
    files: z.int(),
    change: z.object({ from: Status.nullable(), to: Status }).nullable(),
  })
  .meta({ id: 'TimelineEntry' });

const Cursor = z.tuple([z.uuid()]);

/**
 * Everything a person and the company wrote to each other, over all channels and tickets, with what became of the tickets,
 * the latest first. Of one channel only: without what became of them.
 */
export const listPersonTimeline = defineQuery({
  name: 'tickets.list-person-timeline',
  permission: 'ticket.read',
  input: z.strictObject({
    ...pageInput,
    personId: id(),
    channel: z
      .string()
      .regex(/^[a-z_]{1,30}$/)
      .optional(),
  }),
  output: pageOf(TimelineEntry),

  async run({ db, actor }, { personId, limit, after, channel }) {
    await requirePersonHere(db, actor, personId);
    const asked = {
      personId,
      channel,
      before: after ? decodeCursor(after, Cursor)[0] : null,
      limit,
    };
    const [messages, changes] = await Promise.all([
      readWritten(db, actor, asked),
      channel ? [] : readStatusChanges(db, actor, asked),
    ]);
    const rows = [...messages.map(toEntry), ...changes.map(toChange)]
      .toSorted((a, b) => (a.id < b.id ? 1 : -1))
      .slice(0, limit + 1);
    return toPage(rows, limit, { item: (row) => row, cursor: (row) => [row.id] });
  },
});

type Asked = {
  readonly personId: string;
  readonly channel?: string | undefined;
  readonly before: string | null;
  readonly limit: number;
};

/** Tickets that are theirs, and those that they have written into. */
const ticketsOf = ({ workspaceId }: Actor, personId: string) => sql<boolean>`ticket.id in (
  select id from ticket where workspace_id = ${workspaceId} and requester_id = ${personId}
  union select ticket_id from message where workspace_id = ${workspaceId} and author_id = ${personId}
    and is_new_participant)`;

async function readWritten(
  db: Reader,
  actor: Actor,
  { personId, channel, before, limit }: Asked,
): Promise<Row[]> {
  let query = db
    .withTables<TicketTables>()
    .selectFrom('ticket')
    .innerJoin('message', (join) =>
      join
        .onRef('message.workspace_id', '=', 'ticket.workspace_id')
        .onRef('message.ticket_id', '=', 'ticket.id'),
    )
    .select([
      'message.id',
      'message.created_at',
      'message.channel_kind',
      'message.direction',
      'message.visibility',
      'message.author_kind',
      'message.author_name',
      'ticket.id as ticket_id',
      'ticket.number',
      'ticket.subject',
      'ticket.status',
      sql<string>`left(message.body, ${shownLength + 1})`.as('body'),
      sql<number>`(select count(*) from message_file where message_file.workspace_id = message.workspace_id
        and message_file.message_id = message.id)`.as('files'),
    ])
    .where('ticket.workspace_id', '=', actor.workspaceId)
    .where(visibleTo(actor))
    .where(ticketsOf(actor, personId));
  if (channel) {
    query = query.where('message.channel_kind', '=', channel);
  }
  if (before) {
    query = query.where('message.id', '<', before);
  }
  return query
    .orderBy('message.id', 'desc')
    .limit(limit + 1)
    .execute();
}

async function readStatusChanges(
  db: Reader,
  actor: Actor,
  { personId, before, limit }: Asked,
): Promise<StatusRow[]> {
  let query = db
    .withTables<TicketTables & KernelTables>()
    .selectFrom('ticket')
    .innerJoin('event', (join) =>
      join
        .onRef('event.workspace_id', '=', 'ticket.workspace_id')
        .onRef('event.ticket_id', '=', 'ticket.id')
        .on('event.name', '=', fieldEvents.status.name),
    )
    .select([
      'event.id',
      'event.at',
      'event.changes',
      'event.actor_kind',
      'event.actor_name',
      'ticket.id as ticket_id',
      'ticket.number',
      'ticket.subject',
      'ticket.status',
      'ticket.channel_kind',
    ])
    .where('ticket.workspace_id', '=', actor.workspaceId)
    .where(visibleTo(actor))
    .where(ticketsOf(actor, personId));
  if (before) {
    query = query.where('event.id', '<', before);
  }
  return query
    .orderBy('event.id', 'desc')
    .limit(limit + 1)
    .execute();
}

type StatusRow = {
  id: string;
  at: Date;
  changes: readonly FieldChange[] | null;
  actor_kind: string;
  actor_name: string;
  ticket_id: string;
  number: number;
  subject: string;
  status: Status;
  channel_kind: string;
};

function toChange(row: StatusRow): z.input<typeof TimelineEntry> {
  const change = row.changes?.find(({ field }) => field === 'status');
  return {
    id: row.id,
    kind: 'status',
    messageId: null,
    at: row.at.toISOString(),
    ticket: { id: row.ticket_id, number: row.number, subject: row.subject, status: row.status },
    channelKind: row.channel_kind,
    direction: 'out',
    visibility: 'public',
    author: {
      kind: row.actor_kind === 'user' || row.actor_kind === 'token' ? 'user' : 'system',
      name: row.actor_name,
    },
    text: '',
    cut: false,
    files: 0,
    change: { from: (change?.from ?? null) as Status | null, to: change?.to as Status },
  };
}

type Row = {
  id: string;
  created_at: Date;
  channel_kind: string;
  direction: 'in' | 'out';
  visibility: 'public' | 'internal';
  author_kind: 'person' | 'user' | 'system';
  author_name: string;
  ticket_id: string;
  number: number;
  subject: string;
  status: Status;
  body: string;
  files: number;
};

const toEntry = (row: Row): z.input<typeof TimelineEntry> => ({
  id: row.id,
  kind: 'message',
  messageId: row.id,
  at: row.created_at.toISOString(),
  ticket: { id: row.ticket_id, number: row.number, subject: row.subject, status: row.status },
  channelKind: row.channel_kind,
  direction: row.direction,
  visibility: row.visibility,
  author: { kind: row.author_kind, name: row.author_name },
  text: row.body.slice(0, shownLength),
  cut: row.body.length > shownLength,
  files: row.files,
  change: null,
});
