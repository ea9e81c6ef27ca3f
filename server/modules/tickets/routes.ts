import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { addCategory, archiveCategory, changeCategory } from './commands/categories.ts';
import { matchTickets } from './conditions/match-tickets.ts';
import { changeTicket } from './commands/change-ticket.ts';
import { followTicket, unfollowTicket } from './commands/follow-ticket.ts';
import { markSpam, unmarkSpam } from './spam/mark-spam.ts';
import { openTicket } from './commands/open-ticket.ts';
import { writeMessage } from './commands/write-message.ts';
import { deskRoutes } from './http/desk-routes.ts';
import { composerRoutes, type PresenceParts } from './http/composer-routes.ts';
import { fileRoutes, type FileParts } from './http/file-routes.ts';
import { frameRoutes, type FrameParts } from './http/frame-routes.ts';
import { getTicket } from './queries/get-ticket.ts';
import { listCategories, listTags } from './queries/list-categories.ts';
import { listEvents } from './queries/list-events.ts';
import { listMessages } from './queries/list-messages.ts';
import { listPersonTimeline } from './queries/list-person-timeline.ts';
import { listTickets } from './queries/list-tickets.ts';
import { workRoutes } from './work-routes.ts';

export const ticketRoutes = (
  parts: FileParts & FrameParts & PresenceParts & Parameters<typeof workRoutes>[0],
): Route[] => [
  queryRoute('GET /tickets', listTickets, { summary: 'List tickets' }),
  commandRoute('POST /tickets', openTicket, { summary: 'Open a ticket', status: 201 }),
  commandRoute('POST /tickets/matching', matchTickets, {
    summary: 'Which tickets a condition holds for',
  }),
  queryRoute('GET /tickets/:ticketId', getTicket, { summary: 'Read a ticket' }),
  commandRoute('PATCH /tickets/:ticketId', changeTicket, { summary: 'Change a ticket' }),
  queryRoute('GET /tickets/:ticketId/messages', listMessages, { summary: 'List messages' }),
  commandRoute('POST /tickets/:ticketId/messages', writeMessage, {
    summary: 'Answer or note',
    status: 201,
  }),
  commandRoute('PUT /tickets/:ticketId/spam', markSpam, { summary: 'Put a ticket into spam' }),
  commandRoute('DELETE /tickets/:ticketId/spam', unmarkSpam, {
    summary: 'Take a ticket out of spam, as it was before',
  }),
  ...frameRoutes(parts),
  ...composerRoutes(parts),
  queryRoute('GET /tickets/:ticketId/events', listEvents, { summary: 'History of a ticket' }),
  commandRoute('PUT /tickets/:ticketId/followers/:userId', followTicket, {
    summary: 'Make somebody follow a ticket',
  }),
  commandRoute('DELETE /tickets/:ticketId/followers/:userId', unfollowTicket, {
    summary: 'Let somebody follow no longer',
  }),
  ...fileRoutes(parts),
  queryRoute('GET /people/:personId/timeline', listPersonTimeline, {
    summary: 'Everything written with a person, over all channels',
  }),
  ...deskRoutes,
  ...workRoutes(parts),
  queryRoute('GET /categories', listCategories, { summary: 'List categories' }),
  commandRoute('POST /categories', addCategory, { summary: 'Add a category', status: 201 }),
  commandRoute('PATCH /categories/:categoryId', changeCategory, { summary: 'Change a category' }),
  commandRoute('DELETE /categories/:categoryId', archiveCategory, {
    summary: 'Put a category away',
  }),
  queryRoute('GET /tags', listTags, { summary: 'Suggest tags' }),
];
