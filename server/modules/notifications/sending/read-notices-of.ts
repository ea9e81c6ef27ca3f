import type { CommandContext } from '../../../kernel/commands.ts';
import type { Colleague } from '../../identity/public.ts';
import { mayBeSeenBy, readCircles } from '../../tickets/public.ts';
import type { NoticeTables } from '../tables.ts';
import type { NoticeToSend } from './compose-notice.ts';
import type { Dispatch } from './dispatch-rows.ts';

const most = 500;

/** What is still news to its person, oldest first. */
export async function readNoticesOf(
  { tx, actor: { workspaceId } }: CommandContext,
  { id, way }: Dispatch,
  to: Colleague,
): Promise<NoticeToSend[]> {
  const rows = await tx
    .withTables<NoticeTables>()
    .selectFrom('notice')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(way === 'mail' ? 'mail_id' : 'push_id', '=', id)
    .where('user_id', '=', to.id)
    .where('read_at', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute();
  const ids = rows.flatMap((row) => row.ticket_id ?? []);
  const tickets = await readCircles(tx, workspaceId, [...new Set(ids)]);
  const ref = (each: string | null) => (each === null ? null : { id: each });
  return rows.flatMap((row) => {
    const ticket = tickets.get(row.ticket_id ?? '');
    const sees =
      row.ticket_id === null ||
      (ticket && mayBeSeenBy(to, { team: ref(ticket.teamId), assignee: ref(ticket.assigneeId) }));
    return sees && to.may('ticket.read')
      ? [
          {
            id: row.id,
            kind: row.kind,
            ticket: ticket ?? null,
            actorName: row.actor_name,
            words: row.words,
            preview: row.preview,
            createdAt: row.created_at,
          },
        ]
      : [];
  });
}
