import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;

const mostStems = 30;

/**
 * Remembers what the request said that a template has answered. The template's row is locked, and the keys come in one
 * order: two uses never wait for each other in a circle.
 */
export async function notePast(
  { tx, actor }: Context,
  templateId: string,
  { stems, categoryId }: { stems: readonly string[]; categoryId: string | null },
): Promise<void> {
  const keys = [...new Set(stems)].filter((stem) => stem.length <= 60).slice(0, mostStems);
  const pairs = [
    ...keys.map((key) => ({ kind: 'stem', key })),
    ...(categoryId === null ? [] : [{ kind: 'category', key: categoryId }]),
  ].toSorted((a, b) => (a.kind + a.key < b.kind + b.key ? -1 : 1));
  if (pairs.length === 0) {
    return;
  }
  await sql`insert into template_past (workspace_id, kind, key, template_id, uses)
    select ${actor.workspaceId}, kind, key, ${templateId}, 1
    from unnest(${pairs.map(({ kind }) => kind)}::text[], ${pairs.map(({ key }) => key)}::text[]) as given (kind, key)
    on conflict (workspace_id, kind, key, template_id) do update set uses = template_past.uses + 1`.execute(
    tx,
  );
}
