import { sql } from 'kysely';
import type { FactSource, TicketFacts, TicketState } from '../../tickets/public.ts';
import type { ClockState } from '../rules/clock.ts';
import type { SlaMemory, SlaSettings } from '../settings.ts';
import { decideKeeping, noClocks, type TicketClocks } from '../ticket-clocks.ts';

type SlaFacts = NonNullable<TicketFacts['sla']>;
type Row = {
  ticket_id: string;
  policy_id: string;
  state: ClockState;
  stage: number;
  due_at: Date | null;
  breached_at: Date | null;
};

/** For conditions: what is promised for tickets, by one query for all that are asked about. */
export const slaFactSource = ({ settings }: Pick<SlaMemory, 'settings'>): FactSource => ({
  answers: 'sla',
  async read(db, { workspaceId, ticketIds, now, areNew }) {
    if (areNew) {
      const sla = slaFactsAhead(await settings.of(workspaceId, db));
      return new Map(ticketIds.map((id) => [id, { sla }]));
    }
    const { rows } = await sql<Row>`
      select ticket_id, policy_id, state, stage, due_at, breached_at from ticket_clock
      where workspace_id = ${workspaceId} and ticket_id = any(${sql.val(ticketIds)}::uuid[])`.execute(
      db,
    );
    const byTicket = Map.groupBy(rows, (row) => row.ticket_id);
    return new Map(ticketIds.map((id) => [id, { sla: factsOf(byTicket.get(id) ?? [], now) }]));
  },
});

/** A breach that has come and is not told yet is one. */
function factsOf(rows: readonly Omit<Row, 'ticket_id'>[], now: Date): SlaFacts {
  const running = rows.filter(({ state }) => state === 'running');
  const dues = running.flatMap(({ due_at: at }) => (at ? [at.getTime()] : []));
  const dueAt = dues.length > 0 ? new Date(Math.min(...dues)) : null;
  const isLate = (row: Omit<Row, 'ticket_id'>) =>
    row.breached_at !== null ||
    (row.state === 'running' && row.due_at !== null && row.due_at <= now);
  const states: [SlaFacts['states'] extends ReadonlySet<infer One> ? One : never, boolean][] = [
    ['running', running.length > 0],
    ['paused', rows.some(({ state }) => state === 'paused')],
    ['warned', rows.some((row) => row.state !== 'stopped' && row.stage > 0 && !isLate(row))],
    ['breached', rows.some(isLate)],
    ['none', rows.length === 0],
  ];
  return {
    policyId: rows[0]?.policy_id ?? null,
    states: new Set(states.flatMap(([state, holds]) => (holds ? [state] : []))),
    dueAt,
  };
}

/** The same of clocks that are in no table. */
export const slaFactsOf = ({ policyId, clocks }: TicketClocks, now: Date): SlaFacts =>
  factsOf(
    [...clocks.values()].map(({ state, stage, dueAt, breachedAt }) => ({
      policy_id: policyId ?? '',
      state,
      stage,
      due_at: dueAt === null ? null : new Date(dueAt),
      breached_at: breachedAt === null ? null : new Date(breachedAt),
    })),
    now,
  );

/**
 * Of a ticket that comes in: rules and routing are asked before it has clocks, and ask about those that it is about to get. As it stands when
 * they are asked, so a rule that makes it urgent has changed what is promised for those after it.
 */
export function slaFactsAhead(settings: SlaSettings): SlaFacts {
  let last: { readonly ticket: TicketState; readonly facts: SlaFacts } | null = null;
  return {
    ...factsOf([], new Date(0)),
    ahead(coming) {
      const { ticket, now } = coming;
      if (last?.ticket !== ticket) {
        const asked = {
          subject: coming,
          before: noClocks,
          happened: [{ kind: 'opened' as const }],
        };
        last = { ticket, facts: slaFactsOf(decideKeeping(asked, settings).kept, now) };
      }
      return last.facts;
    },
  };
}
