import { z } from 'zod';
import { defineQuery } from '../../../../kernel/queries.ts';
import { ticketRef } from '../../schema.ts';
import { Draft, readDrafts } from './read-drafts.ts';
import { requireTicketId } from '../../queries/require-ticket.ts';

/** Of the one who asks, in one ticket. Nobody sees what somebody else has not sent. */
export const listDrafts = defineQuery({
  name: 'tickets.list-drafts',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: z.object({ items: z.array(Draft) }),

  async run({ db, actor }, { ticketId: ref }) {
    const ticketId = await requireTicketId(db, actor, ref);
    const { workspaceId, id: userId } = actor;
    return { items: userId ? await readDrafts(db, { workspaceId, userId, ticketId }) : [] };
  },
});
