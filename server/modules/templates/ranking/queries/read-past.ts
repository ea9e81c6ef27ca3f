import { sql } from 'kysely';
import type { Reader } from '../../../../kernel/database.ts';
import type { TemplateTables } from '../../schema.ts';
import type { Past, Stem } from '../rank-templates.ts';

/** What was answered before to requests with these words, or of this category. */
export function readPast(
  db: Reader,
  workspaceId: string,
  { stems, categoryId }: { stems: readonly Stem[]; categoryId: string | null },
): Promise<Past[]> {
  const keys = stems.map(({ stem }) => stem);
  return db
    .withTables<TemplateTables>()
    .selectFrom('template_past')
    .select(['template_id as templateId', 'kind', 'key', 'uses'])
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<boolean>`(kind = 'stem' and key = any(${sql.val(keys)}::text[])
        or kind = 'category' and key = ${categoryId ?? ''})`,
    )
    .execute();
}
