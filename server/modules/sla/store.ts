import { sql, type Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { later, notifyAfterCommit } from '../../kernel/database.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { refusedBy } from '../../kernel/refused-writes.ts';
import { preparedWrite } from '../../kernel/prepared.ts';
import type { Priority } from '../tickets/public.ts';
import type { StepState } from './escalation/steps.ts';
import type { Clock } from './rules/clock.ts';
import type { SlaTables } from './schema.ts';

const refusing = refusedBy({
  taken: { sla_policy_name: () => invalid('name', 'taken') },
  gone: () => new Refusal('not_allowed', 'calendar.not_found'),
});

type Context = Pick<CommandContext, 'tx' | 'actor'>;
export type PolicyRecord = Selectable<SlaTables['sla_policy']>;

/** Told on every change, so that every process forgets what it has compiled. */
export const slaNotice = 'otklik_sla';
const notify = ({ tx, actor }: Context) => notifyAfterCommit(tx, slaNotice, actor.workspaceId);

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<SlaTables>();
const asColumns = (row: PolicyRecord) => ({
  ...row,
  condition: JSON.stringify(row.condition) as unknown as PolicyRecord['condition'],
  terms: JSON.stringify(row.terms) as unknown as PolicyRecord['terms'],
});

export async function insertPolicy(ctx: Context, row: PolicyRecord): Promise<void> {
  await refusing(() => tables(ctx).insertInto('sla_policy').values(asColumns(row)).execute());
  notify(ctx);
}

/** Takes the row lock. */
export async function lockPolicy(ctx: Context, id: string): Promise<PolicyRecord> {
  const row = await tables(ctx)
    .selectFrom('sla_policy')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'sla_policy.not_found');
  }
  return row;
}

/** Takes the row locks of all, in the order in which they are asked. */
export async function lockPolicies(ctx: Context): Promise<PolicyRecord[]> {
  return tables(ctx)
    .selectFrom('sla_policy')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .orderBy('position')
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function saveOrder(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update sla_policy set position = placed.at - 1, version = version + 1
    from unnest(${sql.val(ids)}::uuid[]) with ordinality as placed (id, at)
    where sla_policy.workspace_id = ${ctx.actor.workspaceId} and sla_policy.id = placed.id
      and sla_policy.position <> placed.at - 1`.execute(ctx.tx);
  notify(ctx);
}

export async function savePolicy(ctx: Context, row: PolicyRecord): Promise<void> {
  const { id, workspace_id: _fixed, ...columns } = asColumns(row);
  await refusing(() =>
    tables(ctx)
      .updateTable('sla_policy')
      .set(columns)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  notify(ctx);
}

export async function deletePolicy(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('sla_policy')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
  notify(ctx);
}

const time = (at: number | null): string | null =>
  at === null ? null : new Date(at).toISOString();

/** All clocks of a ticket in one statement, which travels with the ticket's own. */
const savedClocks = preparedWrite<{ rows: string }, unknown>(
  { table: 'ticket_clock', by: 'change' },
  (db, slot) =>
    sql`insert into ticket_clock
      select * from jsonb_populate_recordset(null::ticket_clock, ${slot.rows}::jsonb)
      on conflict (workspace_id, ticket_id, target) do update set
        policy_id = excluded.policy_id, goal_ms = excluded.goal_ms, state = excluded.state,
        started_at = excluded.started_at, since = excluded.since, used_ms = excluded.used_ms,
        due_at = excluded.due_at, stopped_at = excluded.stopped_at, slowest_ms = excluded.slowest_ms,
        stage = excluded.stage, alarm_at = excluded.alarm_at, breached_at = excluded.breached_at,
        fired = excluded.fired, step_at = excluded.step_at, priority = excluded.priority`.compile(
      db,
    ),
);

export type SavedClock = {
  readonly clock: Clock;
  readonly steps: StepState;
  readonly priority: Priority | null;
};

export function saveClocks(
  ctx: Context,
  { ticketId, policyId }: { ticketId: string; policyId: string },
  clocks: readonly SavedClock[],
): void {
  const rows = clocks.map(({ clock, steps, priority }) => ({
    workspace_id: ctx.actor.workspaceId,
    ticket_id: ticketId,
    target: clock.target,
    policy_id: policyId,
    goal_ms: clock.goalMs,
    state: clock.state,
    started_at: time(clock.startedAt),
    since: time(clock.since),
    used_ms: Math.round(clock.usedMs),
    due_at: time(clock.dueAt),
    stopped_at: time(clock.stoppedAt),
    slowest_ms: clock.slowestMs === null ? null : Math.round(clock.slowestMs),
    stage: clock.stage,
    alarm_at: time(clock.alarmAt),
    breached_at: time(clock.breachedAt),
    fired: steps.fired.length > 0 ? steps.fired : null,
    step_at: time(steps.at),
    priority,
  }));
  if (rows.length > 0) {
    savedClocks.later(ctx.tx, { rows: JSON.stringify(rows) });
  }
}

export function dropClocks(ctx: Context, ticketId: string, targets: readonly string[]): void {
  if (targets.length > 0) {
    later(
      ctx.tx,
      tables(ctx)
        .deleteFrom('ticket_clock')
        .where('workspace_id', '=', ctx.actor.workspaceId)
        .where('ticket_id', '=', ticketId)
        .where('target', 'in', [...targets]),
    );
  }
}
