import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../../kernel/pages.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { text } from '../../../../kernel/text.ts';
import { problemsIn, readConditionNames, type ConditionNames } from '../../../tickets/public.ts';
import type { MacroRecord } from '../macro-store.ts';
import { Macro, type MacroTables } from '../schema.ts';

export const most = 500;

type NameTables = {
  team: { workspace_id: string; id: string; name: string };
  template: { workspace_id: string; id: string; name: string };
};

const Cursor = z.tuple([text({ max: 500 }), z.uuid()]);

/** By name: everybody's, those of the actor's teams, and all to who keeps them. */
export const listMacros = defineQuery({
  name: 'macros.list',
  permission: 'ticket.read',
  input: z.strictObject({
    ...pageInput,
    /** `true`: only what the actor runs, not what they only keep. */
    usable: z.enum(['true', 'false']).optional(),
  }),
  output: pageOf(Macro),

  async run({ db, actor }, { limit, after, usable }) {
    let query = selectMacros(db, actor, { usable: usable === 'true' }).limit(limit + 1);
    if (after !== undefined) {
      const [name, id] = decodeCursor(after, Cursor);
      query = query.where(sql<boolean>`(lower(macro.name), macro.id) > (${name}, ${id}::uuid)`);
    }
    const page = toPage(await query.execute(), limit, {
      item: (row) => row,
      cursor: (row) => [row.name_key, row.id],
    });
    return { ...page, items: await toMacros(db, actor.workspaceId, page.items) };
  },
});

export async function readMacro(db: Reader, actor: Actor, id: string): Promise<Macro> {
  const rows = await selectMacros(db, actor, { usable: false })
    .where('macro.id', '=', id)
    .execute();
  const [macro] = await toMacros(db, actor.workspaceId, rows);
  if (!macro) {
    throw new Refusal('not_found', 'macro.not_found');
  }
  return macro;
}

/** By name. */
export function selectMacros(db: Reader, actor: Actor, { usable }: { usable: boolean }) {
  const all = actor.permissions.has('template.change') && !usable;
  return db
    .withTables<MacroTables & NameTables>()
    .selectFrom('macro')
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'macro.workspace_id')
        .onRef('team.id', '=', 'macro.team_id'),
    )
    .leftJoin('template', (join) =>
      join
        .onRef('template.workspace_id', '=', 'macro.workspace_id')
        .onRef('template.id', '=', 'macro.template_id'),
    )
    .selectAll('macro')
    .select(['team.name as team_name', 'template.name as template_name'])
    .select(sql<string>`lower(macro.name)`.as('name_key'))
    .orderBy(sql`lower(macro.name)`)
    .orderBy('macro.id')
    .where('macro.workspace_id', '=', actor.workspaceId)
    .$if(!all, (query) =>
      query.where(
        sql<boolean>`(macro.team_id is null or macro.team_id = any(${sql.val(actor.teamIds)}::uuid[]))`,
      ),
    );
}

type Row = MacroRecord & { team_name: string | null; template_name: string | null };
const named = (id: string | null, name: string | null) =>
  id === null ? null : { id, name: name ?? '' };

export async function toMacros(
  db: Reader,
  workspaceId: string,
  rows: readonly Row[],
): Promise<Macro[]> {
  const conditions = rows.map(({ condition }) => condition);
  const names = await readConditionNames(db, workspaceId, conditions);
  return rows.map((row) => toMacro(row, names));
}

const toMacro = (row: Row, names: ConditionNames): Macro => ({
  id: row.id,
  name: row.name,
  team: named(row.team_id, row.team_name),
  types: row.types,
  condition: row.condition,
  conditionProblems: problemsIn(row.condition, names),
  acts: row.acts,
  template: named(row.template_id, row.template_name),
  digit: row.digit,
  uses: row.uses,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  changedAt: row.changed_at.toISOString(),
  version: row.version,
});
