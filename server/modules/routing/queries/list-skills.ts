import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { text } from '../../../kernel/text.ts';
import { Skill } from '../schema.ts';

type Shown = z.infer<typeof Skill>;
type Row = Shown & { readonly nameKey: string };

const Cursor = z.tuple([text({ max: 500 }), z.uuid()]);

export const listSkills = defineQuery({
  name: 'routing.list-skills',
  permission: 'routing.change',
  input: z.strictObject(pageInput),
  output: pageOf(Skill),
  async run({ db, actor: { workspaceId } }, { limit, after }) {
    const [name, last] = after === undefined ? [null, null] : decodeCursor(after, Cursor);
    const beyond = sql`(${last}::uuid is null or (lower(skill.name), skill.id) > (${name}::text, ${last}::uuid))
      order by lower(skill.name), skill.id limit ${limit + 1}`;
    return toPage(await readSkills(db, workspaceId, beyond), limit, {
      item: toSkill,
      cursor: ({ nameKey, id }) => [nameKey, id],
    });
  },
});

const toSkill = ({ nameKey: _order, ...skill }: Row): Shown => skill;

export async function findSkill(db: Reader, workspaceId: string, id: string): Promise<Shown> {
  const [skill] = await readSkills(db, workspaceId, sql`skill.id = ${id}`);
  if (!skill) {
    throw new Refusal('not_found', 'skill.not_found');
  }
  return toSkill(skill);
}

async function readSkills(
  db: Reader,
  workspaceId: string,
  which: RawBuilder<unknown>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select skill.id, skill.name, skill.version, lower(skill.name) as "nameKey",
      (select count(*)::int from agent_skill own where own.workspace_id = ${workspaceId}
        and own.skill_id = skill.id) as people
    from skill where skill.workspace_id = ${workspaceId} and ${which}`.execute(db);
  return rows;
}
