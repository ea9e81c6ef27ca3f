import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { addTemplate } from './commands/add-template.ts';
import { changeTemplate } from './commands/change-template.ts';
import { removeTemplate } from './commands/remove-template.ts';
import { useTemplate } from './commands/use-template.ts';
import { previewTemplate } from './commands/preview-template.ts';
import { listTemplates } from './queries/list-templates.ts';
import { suggestTemplates } from './queries/suggest-templates.ts';

export const templateRoutes: readonly Route[] = [
  queryRoute('GET /templates', listTemplates, { summary: 'List templates' }),
  commandRoute('POST /templates', addTemplate, { summary: 'Add a template', status: 201 }),
  commandRoute('PATCH /templates/:templateId', changeTemplate, { summary: 'Change a template' }),
  commandRoute('DELETE /templates/:templateId', removeTemplate, {
    summary: 'Remove a template',
  }),
  commandRoute('POST /templates/preview', previewTemplate, {
    summary: 'What a template would say for a ticket, or where its mistake is',
  }),
  queryRoute('GET /tickets/:ticketId/templates', suggestTemplates, {
    summary: 'Templates that may answer a ticket, and why',
  }),
  commandRoute('POST /templates/:templateId/use', useTemplate, {
    summary: 'The text of a template for a ticket',
  }),
];
