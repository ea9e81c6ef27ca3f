import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, time } from '../../../kernel/text.ts';
import { requirePersonHere } from '../../customers/public.ts';
import { Status } from '../schema.ts';
import type { TicketTables } from '../tables.ts';
import { visibleTo } from '../visibility.ts';

const shownLength = 600;

const TimelineEntry = z
  .object({
    messageId: z.string(),
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
  })
  .meta({ id: 'TimelineEntry' });

const Cursor = z.tuple([z.uuid()]);

/** Everything a person and the company wrote to each other, over all channels and tickets, the latest first. */
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
      .where(
        sql<boolean>`ticket.id in (
          select id from ticket where workspace_id = ${actor.workspaceId} and requester_id = ${personId}
          union select ticket_id from message where workspace_id = ${actor.workspaceId} and author_id = ${personId}
            and is_new_participant)`,
      );
    if (channel) {
      query = query.where('message.channel_kind', '=', channel);
    }
    if (after) {
      query = query.where('message.id', '<', decodeCursor(after, Cursor)[0]);
    }
    const rows = await query
      .orderBy('message.id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, { item: toEntry, cursor: (row) => [row.id] });
  },
});

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
});
