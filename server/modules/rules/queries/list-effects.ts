import { z } from 'zod';
import { sql, type Selectable } from 'kysely';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { RuleEffect } from '../schema.ts';
import type { RuleTables } from '../tables.ts';

/** What rules did beside changing tickets, the newest first; `state=failed` is what somebody should look at. */
export const listEffects = defineQuery({
  name: 'rules.list-effects',
  permission: 'rule.change',
  input: z.strictObject({
    ...pageInput,
    /** `trouble`: failed, or not done at the first attempt and tried again. */
    state: z.enum(['queued', 'done', 'failed', 'trouble']).optional(),
    ruleId: id().optional(),
  }),
  output: pageOf(RuleEffect),
  async run({ db, actor }, { limit, after, state, ruleId }) {
    let query = db
      .withTables<RuleTables>()
      .selectFrom('rule_effect')
      .selectAll()
      .select(
        sql<number | null>`(select ticket.number from ticket
        where ticket.workspace_id = rule_effect.workspace_id and ticket.id = rule_effect.ticket_id)`.as(
          'ticket_number',
        ),
      )
      .where('workspace_id', '=', actor.workspaceId)
      .$if(state !== undefined, (some) => some.where(isIn(state ?? 'failed')))
      .$if(ruleId !== undefined, (some) => some.where('rule_id', '=', ruleId ?? ''));
    if (after) {
      query = query.where('id', '<', decodeCursor(after, z.tuple([z.uuid()]))[0]);
    }
    const rows = await query
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, { item: toEffect, cursor: (row) => [row.id] });
  },
});

const isIn = (state: 'queued' | 'done' | 'failed' | 'trouble') =>
  state === 'trouble'
    ? sql<boolean>`state in ('failed', 'queued') and (state = 'failed' or problem is not null)`
    : sql<boolean>`state = ${state}`;

type Row = Selectable<RuleTables['rule_effect']> & { ticket_number: number | null };

const toEffect = (row: Row): RuleEffect => ({
  id: row.id,
  rule: { id: row.rule_id, name: row.rule_name, version: row.rule_version },
  ticketId: row.ticket_id,
  ticketNumber: row.ticket_number,
  action: row.action,
  state: row.state,
  attempts: row.attempts,
  problem: row.problem,
  createdAt: row.created_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
});
