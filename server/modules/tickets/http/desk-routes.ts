import { commandRoute, queryRoute, type Route } from '../../../kernel/routes.ts';
import { cancelBulkAct, startBulkAct, undoBulkAct } from '../bulk/start-bulk-act.ts';
import { addView, changeView, deleteView } from '../views/change-views.ts';
import { getBulkAct, listBulkActs, listBulkTickets } from '../bulk/queries/bulk-acts.ts';
import { countAllViews, listViews } from '../views/queries/count-views.ts';

/** Views, and acts upon many tickets at once. */
export const deskRoutes: readonly Route[] = [
  queryRoute('GET /views', listViews, { summary: 'List views' }),
  commandRoute('POST /views', addView, { summary: 'Save a view', status: 201 }),
  commandRoute('PATCH /views/:viewId', changeView, { summary: 'Change a saved view' }),
  commandRoute('DELETE /views/:viewId', deleteView, {
    summary: 'Delete a saved view',
  }),
  queryRoute('GET /views/counts', countAllViews, { summary: 'Count the tickets of views' }),
  queryRoute('GET /bulk-acts', listBulkActs, { summary: 'List your bulk acts' }),
  commandRoute('POST /bulk-acts', startBulkAct, {
    summary: 'Change many tickets in the background',
    status: 201,
  }),
  queryRoute('GET /bulk-acts/:bulkActId', getBulkAct, { summary: 'How far a bulk act has come' }),
  queryRoute('GET /bulk-acts/:bulkActId/tickets', listBulkTickets, {
    summary: 'What became of each ticket of a bulk act',
  }),
  commandRoute('POST /bulk-acts/:bulkActId/cancel', cancelBulkAct, {
    summary: 'Stop a bulk act; what is changed stays',
  }),
  commandRoute('POST /bulk-acts/:bulkActId/undo', undoBulkAct, {
    summary: 'Take a bulk act back where nobody has changed its tickets since',
    status: 201,
  }),
];
