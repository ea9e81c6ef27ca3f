import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { later } from '../../../kernel/database.ts';
import type { RuleAction } from '../schema.ts';
import type { RuleTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<RuleTables>();

export type NewEffect = {
  readonly id: string;
  readonly rule: { readonly id: string; readonly name: string; readonly version: number };
  readonly ticketId: string;
  readonly action: RuleAction;
  readonly follows: readonly string[];
};

export function insertEffect(ctx: Context, effect: NewEffect): void {
  const { id, rule, ticketId, action, follows } = effect;
  later(
    ctx.tx,
    tables(ctx)
      .insertInto('rule_effect')
      .values({
        workspace_id: ctx.actor.workspaceId,
        id,
        rule_id: rule.id,
        rule_name: rule.name,
        rule_version: rule.version,
        ticket_id: ticketId,
        action: JSON.stringify(action),
        follows: [...follows],
        state: 'queued',
        created_at: ctx.now,
      }),
  );
}

export async function lockEffect(ctx: Context, id: string) {
  return tables(ctx)
    .selectFrom('rule_effect')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

type Outcome = {
  readonly state: 'queued' | 'done' | 'failed';
  readonly attempts?: number;
  readonly problem: string | null;
};

export async function saveOutcome(
  ctx: Context,
  id: string,
  { state, attempts, problem }: Outcome,
): Promise<void> {
  await tables(ctx)
    .updateTable('rule_effect')
    .set({
      state,
      problem,
      finished_at: state === 'queued' ? null : ctx.now,
      ...(attempts !== undefined && { attempts }),
    })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** How often the rule has answered in this ticket lately: two machines must not write to each other for ever. */
export async function countReplies(
  ctx: Context,
  { ruleId, ticketId, since }: { ruleId: string; ticketId: string; since: Date },
): Promise<number> {
  const { n } = await tables(ctx)
    .selectFrom('rule_effect')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('rule_id', '=', ruleId)
    .where('ticket_id', '=', ticketId)
    .where('state', '=', 'done')
    .where('created_at', '>', since)
    .where(sql<boolean>`action ->> 'kind' = 'reply'`)
    .executeTakeFirstOrThrow();
  return n;
}
