import { sql, type Insertable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { notifyAfterCommit } from '../../kernel/database.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { refusedBy } from '../../kernel/refused-writes.ts';
import type { NeededSkill, RoutingTables, RuleDefinition } from './schema.ts';

const refusing = refusedBy({
  taken: { skill_name: () => new Refusal('conflict', 'skill.name_taken') },
  gone: () => invalid('skills', 'unknown'),
});

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

/** Told on every change, so that every process forgets what it has compiled. */
export const routingNotice = 'otklik_routing';

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<RoutingTables>();
const tell = ({ tx, actor }: Context): void =>
  notifyAfterCommit(tx, routingNotice, actor.workspaceId);

/** One change of the list of rules at a time: their places follow each other. */
export async function lockRules({ tx, actor }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`routing ${actor.workspaceId}`}, 0))`.execute(
    tx,
  );
}

export async function lockRule(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('routing_rule')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'routing_rule.not_found');
  }
  return row;
}

export async function countRules(ctx: Context): Promise<{ n: number; last: number }> {
  return tables(ctx)
    .selectFrom('routing_rule')
    .select(({ fn }) => [
      fn.countAll<number>().as('n'),
      sql<number>`coalesce(max(position), 0)`.as('last'),
    ])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .executeTakeFirstOrThrow();
}

type RuleColumns = Omit<Insertable<RoutingTables['routing_rule']>, 'workspace_id'>;

export const columnsOf = ({ name, enabled, condition, skills, steps }: RuleDefinition) => ({
  name,
  enabled,
  condition: JSON.stringify(condition),
  skills: JSON.stringify(skills),
  steps: JSON.stringify(steps),
});

export async function insertRule(ctx: Context, row: RuleColumns): Promise<void> {
  await tables(ctx)
    .insertInto('routing_rule')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
  tell(ctx);
}

export async function saveRule(ctx: Context, id: string, row: Partial<RuleColumns>): Promise<void> {
  await tables(ctx)
    .updateTable('routing_rule')
    .set(row)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
  tell(ctx);
}

/** Keeps a wording of a rule for good; the list of rules is locked. @returns its number */
export async function insertEdition(
  { tx, actor }: Context,
  { ruleId, name, condition }: { ruleId: string } & Pick<RuleDefinition, 'name' | 'condition'>,
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into routing_rule_edition (workspace_id, number, rule_id, name, condition)
    select ${actor.workspaceId}::uuid, coalesce(max(number), 0) + 1, ${ruleId}::uuid, ${name}, ${JSON.stringify(condition)}::jsonb
    from routing_rule_edition where workspace_id = ${actor.workspaceId}
    returning number`.execute(tx);
  return rows[0]?.number ?? 0;
}

export async function deleteRule(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('routing_rule')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
  tell(ctx);
}

/** In the order given; those not named follow as they stood. */
export async function saveOrder(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update routing_rule set position = placed.at from (
      select id, row_number() over (order by array_position(${sql.val(ids)}::uuid[], id) nulls last, position, id)::int as at
      from routing_rule where workspace_id = ${ctx.actor.workspaceId}
    ) placed
    where routing_rule.workspace_id = ${ctx.actor.workspaceId} and routing_rule.id = placed.id`.execute(
    ctx.tx,
  );
  tell(ctx);
}

export async function insertSkill(ctx: Context, { id, name }: { id: string; name: string }) {
  await refusing(() =>
    tables(ctx)
      .insertInto('skill')
      .values({ workspace_id: ctx.actor.workspaceId, id, name, version: 1, created_at: ctx.now })
      .execute(),
  );
  tell(ctx);
}

export async function lockSkill(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('skill')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'skill.not_found');
  }
  return row;
}

export async function saveSkill(ctx: Context, id: string, row: { name: string; version: number }) {
  await refusing(() =>
    tables(ctx)
      .updateTable('skill')
      .set(row)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
  tell(ctx);
}

/** Refused while a rule asks for it: a rule must not come to ask for less than it says. */
export async function deleteSkill(ctx: Context, id: string): Promise<void> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql`
    select 1 from routing_rule where workspace_id = ${workspaceId}
      and skills @> ${JSON.stringify([{ skillId: id }])}::jsonb limit 1`.execute(ctx.tx);
  if (rows.length > 0) {
    throw new Refusal('conflict', 'skill.in_use');
  }
  await tables(ctx)
    .deleteFrom('skill')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
  tell(ctx);
}

/** One change of a person at a time. */
export async function lockAgent({ tx, actor }: Context, userId: string): Promise<void> {
  const { rows } = await sql`
    select 1 from user_account where workspace_id = ${actor.workspaceId} and id = ${userId}::uuid for no key update`.execute(
    tx,
  );
  if (rows.length === 0) {
    throw new Refusal('not_found', 'user.not_found');
  }
}

export async function saveCapacity(ctx: Context, userId: string, capacity: number | null) {
  const { workspaceId } = ctx.actor;
  if (capacity === null) {
    await tables(ctx)
      .deleteFrom('agent_capacity')
      .where('workspace_id', '=', workspaceId)
      .where('user_id', '=', userId)
      .execute();
  } else {
    await tables(ctx)
      .insertInto('agent_capacity')
      .values({ workspace_id: workspaceId, user_id: userId, capacity })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'user_id']).doUpdateSet({ capacity }),
      )
      .execute();
  }
  tell(ctx);
}

export async function saveSkills(ctx: Context, userId: string, skills: readonly NeededSkill[]) {
  const { workspaceId } = ctx.actor;
  await tables(ctx)
    .deleteFrom('agent_skill')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', userId)
    .execute();
  if (skills.length > 0) {
    await refusing(() =>
      tables(ctx)
        .insertInto('agent_skill')
        .values(
          skills.map(({ skillId, level }) => ({
            workspace_id: workspaceId,
            user_id: userId,
            skill_id: skillId,
            level,
          })),
        )
        .execute(),
    );
  }
  tell(ctx);
}
