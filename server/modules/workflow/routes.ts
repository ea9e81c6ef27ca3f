import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import {
  addChecklist,
  attachChecklist,
  changeChecklist,
  removeChecklist,
} from './checklists/change-checklists.ts';
import { addField, changeField, removeField } from './fields/change-fields.ts';
import { listChecklists } from './queries/list-checklists.ts';
import { listFields } from './queries/list-fields.ts';
import { countInStatus, listStatuses } from './queries/list-statuses.ts';
import { listSteps } from './queries/list-steps.ts';
import { listTasks, listTicketTasks } from './queries/list-tasks.ts';
import { listWorkflows } from './queries/list-workflows.ts';
import {
  addStatus,
  changeStatus,
  orderStatuses,
  removeStatus,
} from './statuses/change-statuses.ts';
import { setWorkflow } from './steps/set-workflow.ts';
import { addTask, changeTask, removeTask } from './tasks/change-tasks.ts';
import { restoreTask } from './tasks/restore-task.ts';

const settings: readonly Route[] = [
  queryRoute('GET /statuses', listStatuses, { summary: 'Own statuses, by type of ticket' }),
  commandRoute('POST /statuses', addStatus, { summary: 'Add an own status', status: 201 }),
  commandRoute('PUT /statuses/order', orderStatuses, {
    summary: 'Put own statuses into another order',
  }),
  queryRoute('GET /statuses/:statusId/tickets', countInStatus, {
    summary: 'How many tickets are in an own status',
  }),
  commandRoute('PATCH /statuses/:statusId', changeStatus, { summary: 'Change an own status' }),
  commandRoute('POST /statuses/:statusId/removal', removeStatus, {
    summary: 'Remove an own status and say where its tickets go',
  }),
  queryRoute('GET /workflows', listWorkflows, {
    summary: 'Which steps each type of ticket may take, and what is required before them',
  }),
  commandRoute('PUT /workflows/:type', setWorkflow, {
    summary: 'Set the steps of a type and what is required before them',
  }),
  queryRoute('GET /fields', listFields, { summary: 'Own fields of tickets' }),
  commandRoute('POST /fields', addField, { summary: 'Add an own field', status: 201 }),
  commandRoute('PATCH /fields/:fieldId', changeField, { summary: 'Change an own field' }),
  commandRoute('DELETE /fields/:fieldId', removeField, {
    summary: 'Remove an own field; tickets keep its values',
  }),
  queryRoute('GET /checklists', listChecklists, { summary: 'Checklists' }),
  commandRoute('POST /checklists', addChecklist, { summary: 'Add a checklist', status: 201 }),
  commandRoute('PATCH /checklists/:checklistId', changeChecklist, {
    summary: 'Change a checklist',
  }),
  commandRoute('DELETE /checklists/:checklistId', removeChecklist, {
    summary: 'Remove a checklist; tickets keep its steps',
  }),
];

export const workflowRoutes: readonly Route[] = [
  ...settings,
  queryRoute('GET /tickets/:ticketId/steps', listSteps, {
    summary: 'Statuses that a ticket can take now, and what is missing for them',
  }),
  queryRoute('GET /tickets/:ticketId/tasks', listTicketTasks, { summary: 'Tasks of a ticket' }),
  commandRoute('POST /tickets/:ticketId/tasks', addTask, {
    summary: 'Add a task to a ticket',
    status: 201,
  }),
  commandRoute('POST /tickets/:ticketId/checklists', attachChecklist, {
    summary: 'Add the steps of a checklist to a ticket',
  }),
  queryRoute('GET /tasks', listTasks, { summary: 'Tasks of all tickets, or your own' }),
  commandRoute('PATCH /tasks/:taskId', changeTask, { summary: 'Change a task, or tick it off' }),
  commandRoute('DELETE /tasks/:taskId', removeTask, { summary: 'Remove a task', status: 204 }),
  commandRoute('POST /tickets/:ticketId/tasks/:taskId/restoration', restoreTask, {
    summary: 'Bring back a task that was removed from a ticket',
  }),
];
