import { commandRoute, queryRoute, type Route } from '../../../kernel/routes.ts';
import { keepTalkPath } from './commands/keep-path.ts';
import { addScript, changeScript, removeScript } from './commands/keep-scripts.ts';
import type { ChoiceParts } from '../choosing/fitting-of.ts';
import { listFittingScripts, listScripts } from './queries/read-scripts.ts';

export const scriptRoutes = (parts: ChoiceParts): readonly Route[] => [
  queryRoute('GET /talk-scripts', listScripts, { summary: 'List talk scripts' }),
  commandRoute('POST /talk-scripts', addScript, { summary: 'Add a talk script', status: 201 }),
  commandRoute('PATCH /talk-scripts/:scriptId', changeScript, { summary: 'Change a talk script' }),
  commandRoute('DELETE /talk-scripts/:scriptId', removeScript, {
    summary: 'Remove a talk script',
  }),
  queryRoute('GET /tickets/:ticketId/talk-scripts', listFittingScripts(parts), {
    summary: 'Talk scripts that fit a ticket',
  }),
  commandRoute('POST /tickets/:ticketId/talk-scripts/:scriptId/path', keepTalkPath, {
    summary: 'Write down which way a talk went',
    status: 201,
  }),
];
