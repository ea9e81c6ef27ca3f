import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { Decision } from '../decision.ts';

type Wanted = {
  readonly teams?: readonly string[];
  readonly users?: readonly string[];
  readonly skills?: readonly string[];
};

/** What people, teams and skills are called now, by their ids; who is gone is missing. */
export async function readNames(
  db: Reader,
  workspaceId: string,
  { teams = [], users = [], skills = [] }: Wanted,
): Promise<Record<string, string>> {
  const part = (table: string, ids: readonly string[]) =>
    sql`select id, name from ${sql.table(table)} where workspace_id = ${workspaceId}
      and id = any(${sql.val([...new Set(ids)])}::uuid[])`;
  const { rows } = await sql<{ id: string; name: string }>`${sql.join(
    [part('team', teams), part('user_account', users), part('skill', skills)],
    sql` union all `,
  )}`.execute(db);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** All that a decision names by id. */
export const namedIn = ({ steps }: Decision): Wanted => {
  const candidates = steps.flatMap((step) => step.candidates);
  return {
    teams: steps.map(({ teamId }) => teamId),
    users: candidates.map(([userId]) => userId),
    skills: candidates.flatMap(([, verdict, skillId]) =>
      verdict === 'skill' ? [String(skillId)] : [],
    ),
  };
};
