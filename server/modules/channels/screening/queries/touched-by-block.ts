import { sql } from 'kysely';
import { z } from 'zod';
import { defineQuery } from '../../../../kernel/queries.ts';
import { normalBlock } from '../block-list.ts';
import { blockFields } from '../schema.ts';

/** What an entry would mean, before it is made: whom we know it speaks of. A subject speaks of nobody in particular. */
export const touchedByBlock = defineQuery({
  name: 'channels.touched-by-block',
  permission: 'letter.read',
  input: z.strictObject({ kind: blockFields.kind, value: blockFields.value }),
  output: z.object({
    value: z.string(),
    people: z.int(),
    examples: z.array(z.string()),
  }),

  async run({ db, actor }, { kind, value: given }) {
    const value = normalBlock(kind, given);
    if (kind === 'subject') {
      return { value, people: 0, examples: [] };
    }
    const { rows } = await sql<{ people: number; examples: string[] }>`
      select count(distinct person_id)::int as people,
        coalesce((array_agg(distinct value))[1:5], '{}') as examples
      from contact where workspace_id = ${actor.workspaceId} and kind = 'email'
        and ${conditionOf(kind, value)}`.execute(db);
    return { value, ...(rows[0] ?? { people: 0, examples: [] }) };
  },
});

function conditionOf(kind: 'address' | 'domain' | 'pattern', value: string) {
  if (kind === 'address') {
    return sql<boolean>`lower(value) = ${value}`;
  }
  const like = value.replace(/[\\%_]/g, String.raw`\$&`);
  return kind === 'domain'
    ? sql<boolean>`(lower(value) like ${`%@${like}`} or lower(value) like ${`%@%.${like}`})`
    : sql<boolean>`lower(value) like ${like.replaceAll('*', '%').replaceAll('?', '_')}`;
}
