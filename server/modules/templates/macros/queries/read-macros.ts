import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../../kernel/actor.ts';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import type { MacroRecord } from '../macro-store.ts';
import { Macro, type MacroTables } from '../schema.ts';

const most = 500;

type NameTables = {
  team: { workspace_id: string; id: string; name: string };
  template: { workspace_id: string; id: string; name: string };
};

/** All of them by name: everybody's, those of the actor's teams, and all to who keeps them. */
export const listMacros = defineQuery({
  name: 'macros.list',
  permission: 'ticket.read',
  input: z.strictObject({
    /** `true`: only what the actor runs, not what they only keep. */
    usable: z.enum(['true', 'false']).optional(),
  }),
  output: z.object({ items: z.array(Macro) }),

  async run({ db, actor }, { usable }) {
    const rows = await select(db, actor, { usable: usable === 'true' })
      .orderBy(sql`lower(macro.name)`)
      .orderBy('macro.id')
      .limit(most)
      .execute();
    return { items: rows.map(toMacro) };
  },
});

export async function readMacro(db: Reader, actor: Actor, id: string): Promise<Macro> {
  const row = await select(db, actor, { usable: false })
    .where('macro.id', '=', id)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'macro.not_found');
  }
  return toMacro(row);
}

function select(db: Reader, actor: Actor, { usable }: { usable: boolean }) {
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

const toMacro = (row: Row): Macro => ({
  id: row.id,
  name: row.name,
  team: named(row.team_id, row.team_name),
  acts: row.acts,
  template: named(row.template_id, row.template_name),
  digit: row.digit,
  uses: row.uses,
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  version: row.version,
});
