import { sql, type Selectable } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../../kernel/pages.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { findLastRequest, requireTicketId, ticketRef, visibleTo } from '../../../tickets/public.ts';
import { notFound } from '../not-found.ts';
import { Approval, type ApprovalTables } from '../schema.ts';
import { findSubstituted } from './find-substitutes.ts';

type TicketKeys = {
  ticket: { workspace_id: string; id: string; number: string; subject: string };
};

function selectApprovals(db: Reader, actor: Actor) {
  return db
    .withTables<ApprovalTables & TicketKeys>()
    .selectFrom('approval')
    .innerJoin('ticket', (join) =>
      join
        .onRef('ticket.workspace_id', '=', 'approval.workspace_id')
        .onRef('ticket.id', '=', 'approval.ticket_id'),
    )
    .selectAll('approval')
    .select(['ticket.number', 'ticket.subject'])
    .select(visibleTo(actor).as('sees'))
    .where('approval.workspace_id', '=', actor.workspaceId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectApprovals>['execute']>>[number];
type ApproverRow = Selectable<ApprovalTables['approver']>;

/** Approvals with their approvers; `yours` as of now. */
async function withApprovers(
  db: Reader,
  actor: Actor,
  { rows, now }: { rows: readonly Row[]; now: Date },
): Promise<Approval[]> {
  if (rows.length === 0) {
    return [];
  }
  const approvers = await db
    .withTables<ApprovalTables>()
    .selectFrom('approver')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .where(
      'approval_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute();
  const mine = await usersOf(db, actor, now);
  const byApproval = Map.groupBy(approvers, ({ approval_id }) => approval_id);
  const mayRead = actor.permissions.has('ticket.read');
  return rows.map((row) => {
    const approval = toApproval(row, byApproval.get(row.id) ?? [], mine);
    return mayRead && row.sees ? approval : asInTheLetter(approval, mine);
  });
}

/** Oneself, and those whose substitute one is now. */
export const usersOf = async (db: Reader, actor: Actor, now: Date): Promise<string[]> => [
  ...(actor.id === null ? [] : [actor.id]),
  ...(await findSubstituted(db, { workspaceId: actor.workspaceId, userId: actor.id }, now)),
];

/** For whoever may not see the ticket: what their letter says, and their own part in it. */
const asInTheLetter = (approval: Approval, mine: readonly string[]): Approval => ({
  ...approval,
  ticket: {
    ...approval.ticket,
    subject: approval.shows.includes('subject') ? approval.ticket.subject : '',
  },
  seesTicket: false,
  approvers: approval.approvers.filter(({ userId }) => userId !== null && mine.includes(userId)),
});

const longestRequest = 4_000;

async function withRequest(
  db: Reader,
  { workspaceId }: Actor,
  approval: Approval,
): Promise<Approval> {
  if (!approval.shows.includes('request')) {
    return approval;
  }
  const request = await findLastRequest(db, { workspaceId, ticketId: approval.ticket.id });
  return { ...approval, request: request.slice(0, longestRequest) };
}

const toApproval = (
  row: Row,
  approvers: readonly ApproverRow[],
  mine: readonly string[],
): Approval => ({
  id: row.id,
  ticket: { id: row.ticket_id, number: Number(row.number), subject: row.subject },
  seesTicket: true,
  request: null,
  text: row.text,
  shows: row.shows,
  mode: row.mode,
  state: row.state,
  deadline: row.deadline?.toISOString() ?? null,
  holds: row.status_before !== null,
  askedBy: { id: row.asked_by_id, name: row.asked_by_name },
  askedAt: row.asked_at.toISOString(),
  closedAt: row.closed_at?.toISOString() ?? null,
  version: row.version,
  approvers: approvers.map((approver) => toApprover(approver, mine)),
});

const toApprover = (row: ApproverRow, mine: readonly string[]): Approval['approvers'][number] => ({
  id: row.id,
  kind: row.user_id !== null ? 'user' : row.person_id !== null ? 'person' : 'address',
  userId: row.user_id,
  name: row.name,
  email: row.email,
  state: row.state,
  comment: row.comment,
  decidedBy: row.decided_by_name,
  via: row.via,
  decidedAt: row.decided_at?.toISOString() ?? null,
  remindedAt: row.reminded_at?.toISOString() ?? null,
  mail: row.mail_state,
  mailProblem: row.mail_problem,
  yours: row.state === 'asked' && row.user_id !== null && mine.includes(row.user_id),
});

export async function readApproval(
  db: Reader,
  actor: Actor,
  { approvalId, now }: { approvalId: string; now: Date },
): Promise<Approval> {
  const rows = await selectApprovals(db, actor).where('approval.id', '=', approvalId).execute();
  const [approval] = await withApprovers(db, actor, { rows, now });
  if (!approval) {
    throw notFound();
  }
  return approval;
}

const mostOfTicket = 100;

export const listTicketApprovals = defineQuery({
  name: 'approvals.of-ticket',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({ items: z.array(Approval) }),

  async run({ db, actor, now }, { ticketId }) {
    const id = await requireTicketId(db, actor, ticketId);
    const rows = await selectApprovals(db, actor)
      .where('approval.ticket_id', '=', id)
      .orderBy('approval.id', 'desc')
      .limit(mostOfTicket)
      .execute();
    return { items: await withApprovers(db, actor, { rows, now }) };
  },
});

/** What waits for somebody's decision, whether or not they may see the ticket; the newest first. */
export const listOwnApprovals = defineQuery({
  name: 'approvals.mine',
  permission: 'self',
  input: z.strictObject({
    ...pageInput,
    /** Only what waits for whoever asks; also in the place of somebody absent. */
    mine: z.literal('true').default('true'),
  }),
  output: pageOf(Approval),

  async run({ db, actor, now }, { limit, after }) {
    const mine = await usersOf(db, actor, now);
    const rows = await selectApprovals(db, actor)
      .where('approval.state', '=', 'pending')
      .where(
        sql<boolean>`exists (select from approver where approver.workspace_id = approval.workspace_id
          and approver.approval_id = approval.id and approver.state = 'asked'
          and approver.user_id = any(${sql.val(mine)}::uuid[]))`,
      )
      .$if(after !== undefined, (query) =>
        query.where('approval.id', '<', decodeCursor(after as string, z.tuple([z.uuid()]))[0]),
      )
      .orderBy('approval.id', 'desc')
      .limit(limit + 1)
      .execute();
    const approvals: Approval[] = [];
    for (const approval of await withApprovers(db, actor, { rows, now })) {
      approvals.push(await withRequest(db, actor, approval));
    }
    return toPage(approvals, limit, { item: (each) => each, cursor: ({ id }) => [id] });
  },
});
