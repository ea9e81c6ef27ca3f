import { commandRoute, queryRoute } from '../../kernel/routes.ts';
import { addOrganization } from './commands/add-organization.ts';
import { addPerson } from './commands/add-person.ts';
import { changeOrganization } from './commands/change-organization.ts';
import { changePerson } from './commands/change-person.ts';
import { getOrganization } from './queries/get-organization.ts';
import { getPerson } from './queries/get-person.ts';
import { listOrganizations } from './queries/list-organizations.ts';
import { listPeople } from './queries/list-people.ts';

export const customerRoutes = [
  queryRoute('GET /people', listPeople, { summary: 'List people' }),
  commandRoute('POST /people', addPerson, { summary: 'Add a person', status: 201 }),
  queryRoute('GET /people/:personId', getPerson, { summary: 'Read a person' }),
  commandRoute('PATCH /people/:personId', changePerson, { summary: 'Change a person' }),
  queryRoute('GET /organizations', listOrganizations, { summary: 'List organizations' }),
  commandRoute('POST /organizations', addOrganization, {
    summary: 'Add an organization',
    status: 201,
  }),
  queryRoute('GET /organizations/:organizationId', getOrganization, {
    summary: 'Read an organization',
  }),
  commandRoute('PATCH /organizations/:organizationId', changeOrganization, {
    summary: 'Change an organization',
  }),
];
