import { sql, type Insertable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { notifyAfterCommit } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { RuleDefinition, RuleTrigger } from './schema.ts';
import type { RuleTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<RuleTables>();

/** Told on every change, so that every process forgets what it has compiled. */
export const rulesNotice = 'otklik_rules';

export const tellRules = ({ tx, actor }: Pick<Context, 'tx' | 'actor'>): void =>
  notifyAfterCommit(tx, rulesNotice, actor.workspaceId);

/** One change of the list of rules at a time: places and versions follow each other. */
export async function lockRules({ tx, actor }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rules ${actor.workspaceId}`}, 0))`.execute(
    tx,
  );
}

export async function lockRule(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('rule')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'rule.not_found');
  }
  return row;
}

export async function countRules(ctx: Context): Promise<{ n: number; last: number }> {
  const { n, last } = await tables(ctx)
    .selectFrom('rule')
    .select(({ fn }) => [
      fn.countAll<number>().as('n'),
      sql<number>`coalesce(max(position), 0)`.as('last'),
    ])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .executeTakeFirstOrThrow();
  return { n, last };
}

type Columns = Omit<Insertable<RuleTables['rule']>, 'workspace_id'>;

export const columnsOf = ({ name, enabled, trigger, condition, actions }: RuleDefinition) => ({
  name,
  enabled,
  trigger: JSON.stringify(trigger),
  condition: JSON.stringify(condition),
  actions: JSON.stringify(actions),
});

export async function insertRule(ctx: Context, row: Columns): Promise<void> {
  await tables(ctx)
    .insertInto('rule')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
  tellRules(ctx);
}

export async function saveRule(ctx: Context, id: string, row: Partial<Columns>): Promise<void> {
  await tables(ctx)
    .updateTable('rule')
    .set(row)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
  tellRules(ctx);
}

export async function insertVersion(
  ctx: Context,
  { ruleId, version, definition }: { ruleId: string; version: number; definition: RuleDefinition },
): Promise<void> {
  await tables(ctx)
    .insertInto('rule_version')
    .values({
      workspace_id: ctx.actor.workspaceId,
      rule_id: ruleId,
      version,
      definition: JSON.stringify(definition),
      changed_at: ctx.now,
      changed_by_name: ctx.actor.name,
    })
    .execute();
}

export async function deleteRule(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('rule')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
  tellRules(ctx);
}

/** In the order given; those not named follow as they stood. */
export async function saveOrder(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update rule set position = placed.at from (
      select id, row_number() over (order by array_position(${sql.val(ids)}::uuid[], id) nulls last, position, id)::int as at
      from rule where workspace_id = ${ctx.actor.workspaceId}
    ) placed
    where rule.workspace_id = ${ctx.actor.workspaceId} and rule.id = placed.id`.execute(ctx.tx);
  tellRules(ctx);
}

/** Null: the rule is gone. */
export async function findTrigger(ctx: Context, id: string): Promise<RuleTrigger | null> {
  const row = await tables(ctx)
    .selectFrom('rule')
    .select('trigger')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.trigger ?? null;
}

/** @returns false when it was noted before: the rule has acted for that moment already */
export async function noteTimer(
  ctx: Context,
  { ruleId, ticketId, since }: { ruleId: string; ticketId: string; since: Date },
): Promise<boolean> {
  const row = await tables(ctx)
    .insertInto('rule_timer')
    .values({ workspace_id: ctx.actor.workspaceId, rule_id: ruleId, ticket_id: ticketId, since })
    .onConflict((conflict) => conflict.doNothing())
    .returning('rule_id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveSecret(ctx: Context, sealed: string): Promise<void> {
  const columns = { sealed, made_at: ctx.now };
  await tables(ctx)
    .insertInto('rule_secret')
    .values({ workspace_id: ctx.actor.workspaceId, ...columns })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(columns))
    .execute();
}
