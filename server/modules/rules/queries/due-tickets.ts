import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import {
  narrowingOf,
  noFacts,
  readAskedFacts,
  stateOf,
  type CompiledCondition,
  type Condition,
  type FactsAsked,
  type TicketRecord,
} from '../../tickets/public.ts';
import type { RuleMoment } from '../schema.ts';

const moments: Record<RuleMoment, { at: string; when: string }> = {
  opened: { at: 'created_at', when: `status in ('new', 'open', 'pending', 'on_hold')` },
  changed: { at: 'updated_at', when: `status in ('new', 'open', 'pending', 'on_hold')` },
  customer_wrote: {
    at: 'last_message_at',
    when: `status in ('new', 'open', 'pending', 'on_hold') and ticket.last_message_by = 'customer'`,
  },
  we_answered: {
    at: 'last_message_at',
    when: `status in ('new', 'open', 'pending', 'on_hold') and ticket.last_message_by <> 'customer'`,
  },
  solved: { at: 'solved_at', when: `status = 'solved'` },
};

/** The moment from which a rule counts for a ticket; null: it does not count now. */
export function momentOf(since: RuleMoment, row: TicketRecord): Date | null {
  const isOpen = ['new', 'open', 'pending', 'on_hold'].includes(row.status);
  switch (since) {
    case 'solved':
      return row.status === 'solved' ? row.solved_at : null;
    case 'opened':
      return isOpen ? row.created_at : null;
    case 'changed':
      return isOpen ? row.updated_at : null;
    default: {
      const isCustomers = row.last_message_by === 'customer';
      return isOpen && isCustomers === (since === 'customer_wrote') ? row.last_message_at : null;
    }
  }
}

export type DueTicket = { readonly ticketId: string; readonly since: Date };
export type DueRule = {
  readonly id: string;
  readonly since: RuleMoment;
  readonly minutes: number;
  readonly source: Condition;
  readonly condition: CompiledCondition;
};

/** What an earlier look has seen: tickets whose moment was at or before `until`, as they were before `changedFrom`. */
export type LookedAt = { readonly until: Date; readonly changedFrom: Date };

/** The last moment whose time has come. */
export const lastDue = ({ minutes }: Pick<DueRule, 'minutes'>, now: Date): Date =>
  new Date(now.getTime() - minutes * 60_000);

export type DueAsked = Pick<FactsAsked, 'workspaceId' | 'now' | 'contributions'>;

const atOnce = 200;

const behind = (moment: RawBuilder<unknown>, after: DueTicket | null): RawBuilder<boolean> =>
  after === null
    ? sql`true`
    : sql`(${moment}, ticket.id) > (${after.since}::timestamptz, ${after.ticketId}::uuid)`;

/**
 * Tickets whose time for a rule has come and that it has not acted upon for that moment: one page, in the order of their
 * moments. `next` is where the following page begins; null: there is none.
 */
export async function listDueTickets(
  db: Reader,
  { workspaceId, now, contributions }: DueAsked,
  { rule, after, seen }: { rule: DueRule; after: DueTicket | null; seen: LookedAt | null },
): Promise<{ due: DueTicket[]; next: DueTicket | null }> {
  const { at, when } = moments[rule.since];
  const moment = sql.ref(`ticket.${at}`);
  const until = lastDue(rule, now);
  const unseen = seen
    ? sql`(${moment} > ${seen.until} or ticket.updated_at >= ${seen.changedFrom})`
    : sql`true`;
  const { rows } = await sql<TicketRecord>`
    select ticket.* from ticket
    where ticket.workspace_id = ${workspaceId} and ticket.${sql.raw(when)} and ticket.merged_into is null
      and ${moment} <= ${until} and ${narrowingOf(rule.source).where}
      and ${behind(moment, after)} and ${unseen}
      and not exists (select 1 from rule_timer timer where timer.workspace_id = ${workspaceId}
        and timer.rule_id = ${rule.id} and timer.ticket_id = ticket.id and timer.since = ${moment})
    order by ${moment}, ticket.id limit ${atOnce}`.execute(db);
  const fits = await fittingOf(db, { workspaceId, now, contributions }, { rule, rows });
  const all = rows.map((row) => ({
    ticketId: row.id,
    since: momentOf(rule.since, row) ?? row.created_at,
  }));
  return {
    due: all.filter(({ ticketId }) => fits.has(ticketId)),
    next: rows.length < atOnce ? null : (all.at(-1) ?? null),
  };
}

/** Those for which the condition holds, by the very function that is asked for a ticket that changes. */
async function fittingOf(
  db: Reader,
  { workspaceId, now, contributions }: DueAsked,
  { rule, rows }: { rule: DueRule; rows: readonly TicketRecord[] },
): Promise<ReadonlySet<string>> {
  const states = rows.map(stateOf);
  const asked = { contributions, needs: rule.condition.needs, workspaceId, now };
  const facts = await readAskedFacts(db, asked, states);
  const fitting = states.filter((ticket) =>
    rule.condition.test({ ticket, facts: facts.get(ticket.id) ?? noFacts, now }),
  );
  return new Set(fitting.map(({ id }) => id));
}
