import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { newId } from '../../kernel/ids.ts';
import { preparedWrite } from '../../kernel/prepared.ts';
import type { RuleTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

type Use = { workspace_id: string; id: string; rule_id: string; ticket_id: string; at: Date };

const insertedUse = preparedWrite<Use, unknown>({ table: 'rule_use', by: 'insert' }, (db, slot) =>
  db
    .withTables<RuleTables>()
    .insertInto('rule_use')
    .values({
      workspace_id: slot.workspace_id,
      id: slot.id,
      rule_id: slot.rule_id,
      ticket_id: slot.ticket_id,
      at: slot.at,
    })
    .compile(),
);

/** A row of its own: tickets that one rule acts upon do not wait for each other. */
export function noteUse(ctx: Context, ruleId: string, ticketId: string): void {
  insertedUse.later(ctx.tx, {
    workspace_id: ctx.actor.workspaceId,
    id: newId(),
    rule_id: ruleId,
    ticket_id: ticketId,
    at: ctx.now,
  });
}

const keptDays = 7;

/** Uses of more than a week ago become one row a rule and day. */
export async function foldUses(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000);
  await sql`
    with old as (
      delete from rule_use where workspace_id = ${ctx.actor.workspaceId} and ticket_id is not null
        and id in (select id from rule_use where workspace_id = ${ctx.actor.workspaceId} and ticket_id is not null
          and at < ${before} order by at limit 5000 for update skip locked)
      returning rule_id, at, n
    )
    insert into rule_use (workspace_id, id, rule_id, at, n)
    select ${ctx.actor.workspaceId}::uuid, gen_random_uuid(), rule_id, max(at), sum(n)::int from old
    group by rule_id, date_trunc('day', at)`.execute(ctx.tx);
}
