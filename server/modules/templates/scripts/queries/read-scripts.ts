import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../../kernel/pages.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { text } from '../../../../kernel/text.ts';
import {
  problemsIn,
  readConditionNames,
  ticketRef,
  type ConditionNames,
} from '../../../tickets/public.ts';
import { fittingOf, type ChoiceParts } from '../../choosing/fitting-of.ts';
import { stepProblems } from '../rules/walk.ts';
import { TalkScript, type ScriptTables } from '../schema.ts';

function selectScripts(db: Reader, workspaceId: string) {
  return db
    .withTables<ScriptTables>()
    .selectFrom('talk_script')
    .selectAll()
    .select(sql<string>`lower(talk_script.name)`.as('name_key'))
    .where('workspace_id', '=', workspaceId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectScripts>['execute']>>[number];

async function toScripts(
  db: Reader,
  workspaceId: string,
  rows: readonly Row[],
): Promise<TalkScript[]> {
  const conditions = rows.map(({ condition }) => condition);
  const names = await readConditionNames(db, workspaceId, conditions);
  return rows.map((row) => toScript(row, names));
}

const toScript = (row: Row, names: ConditionNames): TalkScript => ({
  id: row.id,
  name: row.name,
  condition: row.condition,
  conditionProblems: problemsIn(row.condition, names),
  steps: row.steps,
  problems: stepProblems(row.steps).map((problem) => ({ ...problem })),
  uses: row.uses,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  changedAt: row.changed_at.toISOString(),
  version: row.version,
});

export async function readScript(db: Reader, workspaceId: string, id: string): Promise<TalkScript> {
  const rows = await selectScripts(db, workspaceId).where('id', '=', id).execute();
  const [script] = await toScripts(db, workspaceId, rows);
  if (!script) {
    throw new Refusal('not_found', 'script.not_found');
  }
  return script;
}

const Cursor = z.tuple([text({ max: 500 }), z.uuid()]);

export const listScripts = defineQuery({
  name: 'scripts.list',
  permission: 'ticket.read',
  input: z.strictObject({ ...pageInput }),
  output: pageOf(TalkScript),

  async run({ db, actor }, { limit, after }) {
    let query = selectScripts(db, actor.workspaceId)
      .orderBy(sql`lower(talk_script.name)`)
      .orderBy('id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [name, id] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(lower(talk_script.name), talk_script.id) > (${name}, ${id}::uuid)`,
      );
    }
    const page = toPage(await query.execute(), limit, {
      item: (row) => row,
      cursor: (row) => [row.name_key, row.id],
    });
    return { ...page, items: await toScripts(db, actor.workspaceId, page.items) };
  },
});

const mostAsked = 500;
const mostOffered = 50;

/** Those whose conditions hold for the ticket now; the closest and most used first. */
export const listFittingScripts = ({ contributions }: ChoiceParts) =>
  defineQuery({
    name: 'scripts.fitting',
    permission: 'ticket.read',
    input: z.strictObject({ ticketId: ticketRef }),
    output: z.object({ items: z.array(TalkScript) }),

    async run({ db, actor, now }, { ticketId }) {
      const { workspaceId } = actor;
      const known = await db
        .withTables<ScriptTables>()
        .selectFrom('talk_script')
        .select(['id', 'condition', 'uses'])
        .where('workspace_id', '=', workspaceId)
        .orderBy('uses', 'desc')
        .orderBy('id')
        .limit(mostAsked)
        .execute();
      const whose = { actor, now, contributions };
      const all = await fittingOf(db, whose, { ticketId, chosen: known });
      const ids = all.slice(0, mostOffered);
      const rows = await selectScripts(db, workspaceId)
        .where('id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
        .execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      const fitting = ids.flatMap((id) => byId.get(id) ?? []);
      return { items: await toScripts(db, workspaceId, fitting) };
    },
  });
