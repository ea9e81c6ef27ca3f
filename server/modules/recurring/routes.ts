import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { openMissedOccurrence } from './commands/fire-recurrence.ts';
import { addRecurrence, changeRecurrence, removeRecurrence } from './commands/keep-recurrences.ts';
import {
  addTicketTemplate,
  changeTicketTemplate,
  removeTicketTemplate,
} from './commands/keep-ticket-templates.ts';
import { fillTicketTemplate, openTicketFromTemplate } from './commands/use-ticket-template.ts';
import { listRecurrences, listRuns, previewRecurrence } from './queries/read-recurrences.ts';
import { listTicketTemplates } from './queries/read-ticket-templates.ts';

export const recurringRoutes: readonly Route[] = [
  queryRoute('GET /ticket-templates', listTicketTemplates, { summary: 'List ticket templates' }),
  commandRoute('POST /ticket-templates', addTicketTemplate, {
    summary: 'Add a ticket template',
    status: 201,
  }),
  commandRoute('PATCH /ticket-templates/:templateId', changeTicketTemplate, {
    summary: 'Change a ticket template',
  }),
  commandRoute('DELETE /ticket-templates/:templateId', removeTicketTemplate, {
    summary: 'Remove a ticket template',
  }),
  commandRoute('POST /ticket-templates/:templateId/fill', fillTicketTemplate, {
    summary: 'What a new ticket from a template would say',
  }),
  commandRoute('POST /ticket-templates/:templateId/open', openTicketFromTemplate, {
    summary: 'Open a ticket from a template',
    status: 201,
  }),
  queryRoute('GET /recurrences', listRecurrences, { summary: 'List recurrences' }),
  queryRoute('GET /recurrences/preview', previewRecurrence, {
    summary: 'The next dates of a recurrence',
  }),
  commandRoute('POST /recurrences', addRecurrence, { summary: 'Add a recurrence', status: 201 }),
  commandRoute('PATCH /recurrences/:recurrenceId', changeRecurrence, {
    summary: 'Change a recurrence',
  }),
  commandRoute('DELETE /recurrences/:recurrenceId', removeRecurrence, {
    summary: 'Remove a recurrence',
  }),
  queryRoute('GET /recurrences/:recurrenceId/runs', listRuns, {
    summary: 'What has become of the occurrences of a recurrence',
  }),
  commandRoute('POST /recurrences/:recurrenceId/runs/:on/open', openMissedOccurrence, {
    summary: 'Open an occurrence that was missed or failed',
    status: 201,
  }),
];
