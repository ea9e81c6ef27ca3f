import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Presence, PresenceWord } from '../../../kernel/live-presence.ts';
import { commandRoute, queryRoute, specialRoute, type Route } from '../../../kernel/routes.ts';
import { cancelPlannedAnswer } from '../planned/cancel-planned-answer.ts';
import { changePlannedAnswer } from '../planned/change-planned-answer.ts';
import { planAnswer } from '../planned/plan-answer.ts';
import { saveDraft } from '../drafts/save-draft.ts';
import { withdrawAnswer } from '../commands/withdraw-answer.ts';
import { listDrafts } from '../drafts/queries/list-drafts.ts';
import { listPlannedAnswers } from '../planned/queries/list-planned-answers.ts';
import { requireTicketId } from '../queries/require-ticket.ts';
import { ticketRef } from '../schema.ts';

export type PresenceParts = {
  readonly db: Database;
  /** Open in a process that serves the web. */
  readonly presence: () => Presence | undefined;
};

export const composerRoutes = (parts: PresenceParts): Route[] => [
  queryRoute('GET /tickets/:ticketId/drafts', listDrafts, { summary: 'Own drafts in a ticket' }),
  commandRoute('PUT /tickets/:ticketId/drafts/:kind', saveDraft, {
    summary: 'Keep what is being written',
  }),
  commandRoute('DELETE /tickets/:ticketId/messages/:messageId', withdrawAnswer, {
    summary: 'Take back an answer that has not left yet',
  }),
  queryRoute('GET /tickets/:ticketId/planned', listPlannedAnswers, {
    summary: 'Answers that will be sent later',
  }),
  commandRoute('POST /tickets/:ticketId/planned', planAnswer, {
    summary: 'Answer later',
    status: 201,
  }),
  commandRoute('PATCH /tickets/:ticketId/planned/:plannedId', changePlannedAnswer, {
    summary: 'Change a planned answer',
  }),
  commandRoute('DELETE /tickets/:ticketId/planned/:plannedId', cancelPlannedAnswer, {
    summary: 'Cancel a planned answer',
  }),
  presenceRoute(parts),
];

const People = z.object({
  people: z.array(
    z.object({ id: z.string(), name: z.string(), doing: z.enum(['looking', 'writing']) }),
  ),
});

/** Said by each window every few seconds while a ticket is on its screen; never written anywhere. */
const presenceRoute = ({ db, presence }: PresenceParts): Route =>
  specialRoute('PUT /tickets/:ticketId/presence', {
    name: 'tickets.say-presence',
    summary: 'Say that one looks at a ticket, or writes in it; who else does',
    permission: 'ticket.read',
    input: z.strictObject({
      ticketId: ticketRef,
      /** One of a person's windows, by a name of its own choice. */
      screen: z.string().regex(/^[\w-]{1,40}$/, { message: 'invalid' }),
      doing: z.enum(['looking', 'writing']).nullable(),
    }),
    output: People,
    async handle({ actor: asking, input: { ticketId: ref, screen, doing } }) {
      const actor = asking as Actor;
      const room = presence();
      if (!room) {
        throw new Refusal('unavailable', 'stream.closed');
      }
      const { workspaceId } = actor;
      const place = await db.read(workspaceId, (reader) => requireTicketId(reader, actor, ref));
      const user: PresenceWord['user'] = { id: actor.id ?? actor.kind, name: actor.name };
      room.say({ workspaceId, place, screen, user, doing });
      return { json: { people: [...room.at(workspaceId, place)] } };
    },
  });
