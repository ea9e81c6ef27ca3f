import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { Skill } from '../schema.ts';

type Shown = z.infer<typeof Skill>;

export const listSkills = defineQuery({
  name: 'routing.list-skills',
  permission: 'routing.change',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Skill), next: z.null() }),
  run: async ({ db, actor }) => ({ items: await readSkills(db, actor.workspaceId), next: null }),
});

export async function findSkill(db: Reader, workspaceId: string, id: string): Promise<Shown> {
  const skill = (await readSkills(db, workspaceId)).find((each) => each.id === id);
  if (!skill) {
    throw new Refusal('not_found', 'skill.not_found');
  }
  return skill;
}

async function readSkills(db: Reader, workspaceId: string): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    select skill.id, skill.name, skill.version,
      (select count(*)::int from agent_skill own where own.workspace_id = ${workspaceId}
        and own.skill_id = skill.id) as people
    from skill where skill.workspace_id = ${workspaceId} order by lower(skill.name), skill.id`.execute(
    db,
  );
  return rows;
}
