import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { findLastRequest, readTicket, ticketRef } from '../../tickets/public.ts';
import { readPast } from '../ranking/queries/read-past.ts';
import { rankTemplates, stemsOf } from '../ranking/rank-templates.ts';
import { wordsOfTemplate } from '../ranking/template-words.ts';
import { Why } from '../ranking/why.ts';
import { selectTemplates, toTemplate } from './read-template.ts';

const most = 1_000;

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
    const past = await readPast(db, workspaceId, { stems, categoryId });
    return {
      items: rankTemplates({ stems, categoryId }, fitting.map(wordsOfTemplate), past).map(
        ({ id, why }) => ({
          templateId: id,
          why: [...why],
        }),
      ),
    };
  },
});
