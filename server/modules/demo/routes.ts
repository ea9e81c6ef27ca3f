import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { loadDemo } from './commands/load-demo.ts';
import { removeDemo } from './commands/remove-demo.ts';
import { getDemo } from './queries/read-demo.ts';

export const demoRoutes: readonly Route[] = [
  queryRoute('GET /demo', getDemo, { summary: 'Whether the demo company is here' }),
  commandRoute('POST /demo', loadDemo, { summary: 'Load the demo company', status: 202 }),
  commandRoute('DELETE /demo', removeDemo, { summary: 'Remove the demo company', status: 202 }),
];
