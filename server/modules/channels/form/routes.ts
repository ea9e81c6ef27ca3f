import { commandRoute, queryRoute, type Route } from '../../../kernel/routes.ts';
import { addForm } from './commands/add-form.ts';
import { changeForm } from './commands/change-form.ts';
import { removeForm } from './commands/remove-form.ts';
import { publicFormRoutes } from './http/public-routes.ts';
import type { SubmitParts } from './http/submit.ts';
import { getForm, listForms } from './queries/list-forms.ts';

export const formRoutes = (parts: SubmitParts): Route[] => [
  queryRoute('GET /forms', listForms, { summary: 'List forms' }),
  commandRoute('POST /forms', addForm, { summary: 'Add a form', status: 201 }),
  queryRoute('GET /forms/:formId', getForm, { summary: 'Read a form' }),
  commandRoute('PATCH /forms/:formId', changeForm, { summary: 'Change a form' }),
  commandRoute('DELETE /forms/:formId', removeForm, {
    summary: 'Remove a form; its tickets stay',
  }),
  ...publicFormRoutes(parts),
];
