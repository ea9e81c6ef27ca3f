import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { text } from '../../../kernel/text.ts';
import { team, type Team } from '../schema.ts';
import type { AllTables } from '../tables.ts';
import { membersOfTeams } from './roles-and-teams.ts';

const cursor = z.tuple([text({ max: 1_000 }), z.uuid()]);

export const listTeams = defineQuery({
  name: 'list-teams',
  permission: 'user.read',
  input: z.strictObject(pageInput),
  output: pageOf(team),
  async run({ db, actor }, { limit, after }) {
    let query = selectTeams(db, actor.workspaceId)
      .orderBy(sql`lower(name)`)
      .orderBy('id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [name, id] = decodeCursor(after, cursor);
      query = query.where(sql<boolean>`(lower(name), id) > (${name}, ${id}::uuid)`);
    }
    const rows = await query.execute();
    const members = await membersOfTeams(
      db,
      actor.workspaceId,
      rows.map(({ id }) => id),
    );
    return toPage(rows, limit, {
      item: ({ id, name, version }) => ({ id, name, version, members: members.get(id) ?? [] }),
      cursor: (row) => [row.name_key, row.id],
    });
  },
});

export async function readTeam(db: Reader, workspaceId: string, id: string): Promise<Team> {
  const row = await selectTeams(db, workspaceId).where('id', '=', id).executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'team.not_found');
  }
  const members = (await membersOfTeams(db, workspaceId, [id])).get(id) ?? [];
  return { id, name: row.name, version: row.version, members };
}

const selectTeams = (db: Reader, workspaceId: string) =>
  db
    .withTables<AllTables>()
    .selectFrom('team')
    .where('workspace_id', '=', workspaceId)
    .select(['id', 'name', 'version'])
    .select(sql<string>`lower(name)`.as('name_key'));
