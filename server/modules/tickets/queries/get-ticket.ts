import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { TicketDetails, ticketRef } from '../schema.ts';
import type { NameTables, TicketTables } from '../tables.ts';
import { readParticipants } from '../moves/queries/participants.ts';
import { readTicket } from './read-ticket.ts';
import { ticketIdBehind } from './require-ticket.ts';

export const getTicket = defineQuery({
  name: 'tickets.get',
  permission: 'ticket.read',
  input: z.strictObject({ ticketId: ticketRef }),
  output: TicketDetails,

  async run({ db, actor }, { ticketId }) {
    const followersRead = db
      .withTables<TicketTables & NameTables>()
      .selectFrom('ticket_follower')
      .innerJoin('user_account', (join) =>
        join
          .onRef('user_account.workspace_id', '=', 'ticket_follower.workspace_id')
          .onRef('user_account.id', '=', 'ticket_follower.user_id'),
      )
      .select(['user_account.id', 'user_account.name'])
      .where('ticket_follower.workspace_id', '=', actor.workspaceId)
      .where('ticket_follower.ticket_id', '=', ticketIdBehind(actor, ticketId))
      .orderBy('user_account.name')
      .execute();
    const [ticket, followers, participants] = await Promise.all([
      readTicket(db, actor, ticketId),
      followersRead,
      readParticipants(db, actor.workspaceId, ticketIdBehind(actor, ticketId)),
    ]);
    return {
      ...ticket,
      followers,
      participants,
      allowed: {
        reply: actor.permissions.has('ticket.reply'),
        note: actor.permissions.has('ticket.note'),
        assign: actor.permissions.has('ticket.assign'),
        change: actor.permissions.has('ticket.change'),
        merge: actor.permissions.has('ticket.merge'),
        link: actor.permissions.has('ticket.link'),
        snooze: actor.permissions.has('ticket.snooze'),
        logTime: actor.permissions.has('time.log'),
      },
    };
  },
});
