import type { Reader } from '../../../../kernel/database.ts';
import { readWorkspace } from '../../../identity/public.ts';
import { findLastRequest } from '../../../tickets/public.ts';
import type { ApprovalTables } from '../schema.ts';

type TicketKeys = { ticket: { workspace_id: string; id: string; subject: string } };

export type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

const linkDays = 30;
const dayMs = 86_400_000;
const longestRequest = 4_000;

/** Everything that a letter or the page outside may say to one approver, and nothing else. */
export async function findAsked(
  db: Reader,
  { workspaceId, approverId }: { workspaceId: string; approverId: string },
) {
  const row = await db
    .withTables<ApprovalTables & TicketKeys>()
    .selectFrom('approver')
    .innerJoin('approval', (join) =>
      join
        .onRef('approval.workspace_id', '=', 'approver.workspace_id')
        .onRef('approval.id', '=', 'approver.approval_id'),
    )
    .innerJoin('ticket', (join) =>
      join
        .onRef('ticket.workspace_id', '=', 'approval.workspace_id')
        .onRef('ticket.id', '=', 'approval.ticket_id'),
    )
    .selectAll('approver')
    .select(['approval.text', 'approval.shows', 'approval.deadline', 'approval.asked_by_name'])
    .select(['approval.state as approval_state', 'approval.ticket_id', 'ticket.subject'])
    .where('approver.workspace_id', '=', workspaceId)
    .where('approver.id', '=', approverId)
    .executeTakeFirst();
  if (!row) {
    return null;
  }
  const { name: company, timeZone } = await readWorkspace(db, workspaceId);
  const request = row.shows.includes('request')
    ? await findLastRequest(db, { workspaceId, ticketId: row.ticket_id })
    : null;
  const since = row.reminded_at ?? row.asked_at;
  return {
    approvalId: row.approval_id,
    approverId,
    company,
    /** Times are said in it: whoever is asked may have no account, and so no zone. */
    zone: timeZone,
    askedBy: row.asked_by_name,
    text: row.text,
    subject: row.shows.includes('subject') ? row.subject : null,
    request: request?.slice(0, longestRequest) ?? null,
    deadline: row.deadline,
    name: row.name,
    email: row.email,
    userId: row.user_id,
    personId: row.person_id,
    locale: row.locale,
    edition: row.link_edition,
    mailState: row.mail_state,
    isReminder: row.reminded_at !== null,
    /** Their turn, and nobody has decided. */
    isOpen: row.state === 'asked' && row.approval_state === 'pending',
    state: row.state,
    /** When the letter was asked for. */
    since: since ?? new Date(0),
    linkEndsAt: new Date((since ?? new Date(0)).getTime() + linkDays * dayMs),
  };
}
