import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { mustBeAbleToChange } from '../rights.ts';
import type { DraftChange, LabResult, LabRun } from '../schema.ts';
import { keptMs, type LabTables, type RunRow } from '../tables.ts';

const none = { was: 0, would: 0 };
const whole = <T extends object>(missing: Partial<T>, known: T): T => ({ ...missing, ...known });

/** What a run of some days ago did not count yet. */
const wholeOf = (result: LabResult): LabResult =>
  whole(
    { routing: 'none', waited: { tickets: none, minutes: none }, people: [] },
    {
      ...result,
      tickets: whole({ turns: 0 }, result.tickets),
      faithful: whole({ person: null }, result.faithful),
    },
  );

export const toRun = (row: RunRow): LabRun => ({
  id: row.id,
  changes: row.changes,
  title: row.title,
  days: row.days,
  state: row.state,
  progress: { done: row.done, of: row.tickets },
  result: row.result && wholeOf(row.result),
  problem: row.problem,
  kept: row.kept,
  switchedOnAt: row.switched_on_at?.toISOString() ?? null,
  by: row.user_name,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  forgottenAt: row.kept ? null : new Date(row.created_at.getTime() + keptMs).toISOString(),
});

/** @throws for whoever may not change what it tries */
export async function readRun(db: Reader, actor: Actor, runId: string): Promise<LabRun> {
  const row = await db
    .withTables<LabTables>()
    .selectFrom('lab_run')
    .selectAll()
    .where('workspace_id', '=', actor.workspaceId)
    .where('id', '=', runId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'lab.run_not_found');
  }
  mustBeAbleToChange(actor, row.changes);
  return toRun(row);
}

/** For the job: what is asked of it; null: nobody wants it any more. */
export async function findWanted(
  db: Reader,
  workspaceId: string,
  runId: string,
): Promise<RunRow | null> {
  const row = await db
    .withTables<LabTables>()
    .selectFrom('lab_run')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', runId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  return row ?? null;
}

/** A removal knows no version; here every change is compared with what was looked at. */
export async function requireUnchanged(
  db: Reader,
  workspaceId: string,
  changes: readonly DraftChange[],
): Promise<void> {
  const asked = changes.filter(({ id }) => id !== null);
  const ids = asked.map(({ id }) => id);
  const { rows } = await sql<{ key: string; version: number }>`
    select 'rule ' || id as key, version from rule
    where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])
    union all
    select 'sla_policy ' || id, version from sla_policy
    where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])
    union all
    select 'routing_rule ' || id, version from routing_rule
    where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`.execute(db);
  const versions = new Map(rows.map(({ key, version }) => [key, version]));
  if (asked.some(({ setting, id, version }) => versions.get(`${setting} ${id}`) !== version)) {
    throw new Refusal('conflict', 'lab.settings_changed');
  }
}
