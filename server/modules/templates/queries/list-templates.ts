import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { text } from '../../../kernel/text.ts';
import { Template } from '../schema.ts';
import { selectTemplates, toTemplate } from './read-template.ts';

const Cursor = z.tuple([text({ max: 500 }), z.uuid()]);

export const listTemplates = defineQuery({
  name: 'templates.list',
  permission: 'ticket.read',
  input: z.strictObject({
    ...pageInput,
    /** `true`: only what the actor answers with, not what they only keep. */
    usable: z.enum(['true', 'false']).optional(),
  }),
  output: pageOf(Template),

  async run({ db, actor }, { limit, after, usable }) {
    let query = selectTemplates(db, actor, { usable: usable === 'true' })
      .orderBy(sql`lower(template.name)`)
      .orderBy('template.id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [name, id] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(lower(template.name), template.id) > (${name}, ${id}::uuid)`,
      );
    }
    return toPage(await query.execute(), limit, {
      item: toTemplate,
      cursor: (row) => [row.name_key, row.id],
    });
  },
});
