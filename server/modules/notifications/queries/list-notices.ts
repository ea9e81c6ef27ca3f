import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { visibleTo } from '../../tickets/public.ts';
import { placeOf } from '../rules/place-of.ts';
import { Notice } from '../schema.ts';
import type { NoticeTables } from '../tables.ts';

type TicketNames = {
  ticket: { workspace_id: string; id: string; number: number; subject: string };
};

const Cursor = z.tuple([z.uuid()]);

/** Of the one who asks, newest first. */
export const listNotices = defineQuery({
  name: 'notifications.list',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput, unread: z.enum(['true']).optional() }),
  output: pageOf(Notice),

  async run({ db, actor }, { limit, after, unread }) {
    let query = ownNotices(db, actor)
      .selectAll('notice')
      .select(['ticket.number', 'ticket.subject'])
      .orderBy('notice.id', 'desc')
      .limit(limit + 1);
    if (after !== undefined) {
      const [lastId] = decodeCursor(after, Cursor);
      query = query.where('notice.id', '<', lastId);
    }
    if (unread) {
      query = query.where('notice.read_at', 'is', null);
    }
    return toPage(await query.execute(), limit, {
      item: (row) => ({
        id: row.id,
        kind: row.kind,
        ticket:
          row.ticket_id === null
            ? null
            : { id: row.ticket_id, number: row.number ?? 0, subject: row.subject ?? '' },
        path: placeOf(row.kind, row.number),
        messageId: row.message_id,
        actor: { id: row.actor_id, name: row.actor_name },
        preview: row.preview,
        words: { ...row.words },
        createdAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      }),
      cursor: (row) => [row.id],
    });
  },
});

const mostCounted = 100;

export const countNotices = defineQuery({
  name: 'notifications.count',
  permission: 'ticket.read',
  input: z.strictObject({}),
  /** At most 100: nobody reads a larger number. `others`: of them, without those of customers' messages in one's own tickets. */
  output: z.object({ unread: z.int(), others: z.int() }),

  async run({ db, actor }) {
    const rows = await ownNotices(db, actor)
      .select('notice.kind')
      .where('notice.read_at', 'is', null)
      .limit(mostCounted)
      .execute();
    const others = rows.filter(({ kind }) => kind !== 'customer-wrote');
    return { unread: rows.length, others: others.length };
  },
});

function ownNotices(db: Reader, actor: Actor) {
  return db
    .withTables<NoticeTables & TicketNames>()
    .selectFrom('notice')
    .leftJoin('ticket', (join) =>
      join
        .onRef('ticket.workspace_id', '=', 'notice.workspace_id')
        .onRef('ticket.id', '=', 'notice.ticket_id'),
    )
    .where('notice.workspace_id', '=', actor.workspaceId)
    .where('notice.user_id', '=', actor.id)
    .where('notice.in_app', '=', true)
    .where(({ or, eb }) => or([eb('notice.ticket_id', 'is', null), visibleTo(actor)]));
}
