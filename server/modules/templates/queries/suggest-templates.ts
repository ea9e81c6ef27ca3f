import { sql } from 'kysely';
import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { replaceCode } from '../../../kernel/liquid/code-spans.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { findLastRequest, readTicket, ticketRef } from '../../tickets/public.ts';
import {
  rankTemplates,
  stemsOf,
  type Past,
  type Ranked,
  type Stem,
} from '../ranking/rank-templates.ts';
import type { Template, TemplateTables } from '../schema.ts';
import { selectTemplates, toTemplate } from './read-template.ts';

const most = 1_000;

const Why = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), words: z.array(z.string()) }),
  z.object({ kind: z.literal('category'), count: z.int() }),
  z.object({ kind: z.literal('past'), count: z.int() }),
]);

/** Templates that may answer what a ticket says, best first, each with its reasons. */
export const suggestTemplates = defineQuery({
  name: 'templates.suggest',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({
    items: z.array(z.object({ templateId: z.string(), why: z.array(Why) })),
  }),

  async run({ db, actor }, { ticketId: ref }) {
    const ticket = await readTicket(db, actor, ref);
    const { workspaceId } = actor;
    const request = await findLastRequest(db, { workspaceId, ticketId: ticket.id });
    const rows = await selectTemplates(db, actor, { usable: true }).limit(most).execute();
    const fitting = rows
      .map(toTemplate)
      .filter(({ types }) => types.length === 0 || types.includes(ticket.type));
    const stems = stemsOf(`${ticket.subject}\n${request}`);
    const categoryId = ticket.category?.id ?? null;
    const past = await readPast(db, actor, { stems, categoryId });
    return {
      items: rankTemplates({ stems, categoryId }, fitting.map(ranked), past).map(({ id, why }) => ({
        templateId: id,
        why: [...why].map((each) =>
          each.kind === 'words' ? { ...each, words: [...each.words] } : each,
        ),
      })),
    };
  },
});

function readPast(
  db: Reader,
  { workspaceId }: Actor,
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

const known = new Map<string, Omit<Ranked, 'uses'>>();
const remembered = 5_000;

/** The words of a template are read once for each of its versions. */
function ranked({ id, version, name, tags, text, uses }: Template): Ranked {
  const key = `${id} ${version}`;
  const before = known.get(key);
  if (before) {
    return { ...before, uses };
  }
  if (known.size >= remembered) {
    known.clear();
  }
  const stems = (said: string) => new Set(stemsOf(withoutCode(said)).map(({ stem }) => stem));
  const read = {
    id,
    nameStems: stems(`${name} ${tags.join(' ')}`),
    textStems: stems(`${text.ru?.body ?? ''}\n${text.en?.body ?? ''}`),
  };
  known.set(key, read);
  return { ...read, uses };
}

const withoutCode = (said: string): string => replaceCode(said, () => ' ');
