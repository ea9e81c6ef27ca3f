import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { newId } from '../../kernel/ids.ts';
import { preparedWrite } from '../../kernel/prepared.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

type Uses = {
  workspaceId: string;
  ids: readonly string[];
  ruleIds: readonly string[];
  ticketId: string;
  at: Date;
};

/** However many rules: writes that travel together are planned for each number of their parts. */
const insertedUses = preparedWrite<Uses, unknown>({ table: 'rule_use', by: 'insert' }, (db, slot) =>
  sql`insert into rule_use (workspace_id, id, rule_id, ticket_id, at)
    select ${slot.workspaceId}::uuid, used.id, used.rule_id, ${slot.ticketId}::uuid, ${slot.at}::timestamptz
    from unnest(${slot.ids}::uuid[], ${slot.ruleIds}::uuid[]) as used (id, rule_id)`.compile(db),
);

/** A row for each: tickets that one rule acts upon do not wait for each other. */
export function noteUses(ctx: Context, ruleIds: readonly string[], ticketId: string): void {
  if (ruleIds.length > 0) {
    insertedUses.later(ctx.tx, {
      workspaceId: ctx.actor.workspaceId,
      ids: ruleIds.map(() => newId()),
      ruleIds,
      ticketId,
      at: ctx.now,
    });
  }
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
