import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../../kernel/pages.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { text } from '../../../../kernel/text.ts';
import { readTicket, ticketRef } from '../../../tickets/public.ts';
import { stepProblems } from '../rules/walk.ts';
import { TalkScript, type ScriptTables } from '../schema.ts';

type NameTables = { category: { workspace_id: string; id: string; name: string } };

function selectScripts(db: Reader, workspaceId: string) {
  return db
    .withTables<ScriptTables & NameTables>()
    .selectFrom('talk_script')
    .leftJoin('category', (join) =>
      join
        .onRef('category.workspace_id', '=', 'talk_script.workspace_id')
        .onRef('category.id', '=', 'talk_script.category_id'),
    )
    .selectAll('talk_script')
    .select('category.name as category_name')
    .select(sql<string>`lower(talk_script.name)`.as('name_key'))
    .where('talk_script.workspace_id', '=', workspaceId);
}
type Row = Awaited<ReturnType<ReturnType<typeof selectScripts>['execute']>>[number];

const toScript = (row: Row): TalkScript => ({
  id: row.id,
  name: row.name,
  types: row.types,
  category:
    row.category_id === null ? null : { id: row.category_id, name: row.category_name ?? '' },
  steps: row.steps,
  problems: stepProblems(row.steps).map((problem) => ({ ...problem })),
  uses: row.uses,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  changedAt: row.changed_at.toISOString(),
  version: row.version,
});

export async function readScript(db: Reader, workspaceId: string, id: string): Promise<TalkScript> {
  const row = await selectScripts(db, workspaceId)
    .where('talk_script.id', '=', id)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'script.not_found');
  }
  return toScript(row);
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
      .orderBy('talk_script.id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [name, id] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(lower(talk_script.name), talk_script.id) > (${name}, ${id}::uuid)`,
      );
    }
    return toPage(await query.execute(), limit, {
      item: toScript,
      cursor: (row) => [row.name_key, row.id],
    });
  },
});

const mostOffered = 50;

/** Those that fit the ticket's type and category; the closest and most used first. */
export const listFittingScripts = defineQuery({
  name: 'scripts.fitting',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({ items: z.array(TalkScript) }),

  async run({ db, actor }, { ticketId }) {
    const { type, category } = await readTicket(db, actor, ticketId);
    const rows = await selectScripts(db, actor.workspaceId)
      .where(sql<boolean>`(types = '{}' or ${type} = any(types))`)
      .where(sql<boolean>`(category_id is null or category_id = ${category?.id ?? null}::uuid)`)
      .orderBy(sql`(category_id is null)`)
      .orderBy(sql`(types = '{}')`)
      .orderBy('uses', 'desc')
      .orderBy('talk_script.id')
      .limit(mostOffered)
      .execute();
    return { items: rows.map(toScript) };
  },
});
