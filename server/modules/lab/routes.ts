import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { cancelRun, keepRun, removeRun, switchOn } from './commands/change-run.ts';
import { startRun } from './commands/start-run.ts';
import { listExamples } from './queries/list-examples.ts';
import { getRun, listRuns } from './queries/list-runs.ts';

export const labRoutes: readonly Route[] = [
  queryRoute('GET /lab/runs', listRuns, { summary: 'Changes that were tried on the past' }),
  commandRoute('POST /lab/runs', startRun, {
    summary: 'Try a change of settings on the last days; nothing is changed',
    status: 201,
  }),
  queryRoute('GET /lab/runs/:runId', getRun, { summary: 'A run, and what came of it' }),
  queryRoute('GET /lab/runs/:runId/examples', listExamples, {
    summary: 'Tickets in which something would have been different',
  }),
  commandRoute('PATCH /lab/runs/:runId', keepRun, {
    summary: 'Keep a run, or let it be forgotten',
  }),
  commandRoute('POST /lab/runs/:runId/cancel', cancelRun, { summary: 'Stop a run' }),
  commandRoute('POST /lab/runs/:runId/switch-on', switchOn, {
    summary: 'Make the change that was tried',
  }),
  commandRoute('DELETE /lab/runs/:runId', removeRun, { summary: 'Throw a run away', status: 204 }),
];
