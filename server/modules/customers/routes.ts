import { commandRoute, queryRoute } from '../../kernel/routes.ts';
import { addOrganization } from './commands/add-organization.ts';
import { addPerson } from './commands/add-person.ts';
import { addBranch, changeBranch, removeBranch } from './commands/branches.ts';
import { changeOrganization } from './commands/change-organization.ts';
import { changePerson } from './commands/change-person.ts';
import { keepApart, stopKeepingApart } from './commands/keep-apart.ts';
import { addLegalEntity, changeLegalEntity, removeLegalEntity } from './commands/legal-entities.ts';
import { mergePeople } from './commands/merge-people.ts';
import { undoMerge } from './commands/undo-merge.ts';
import { getOrganization } from './queries/get-organization.ts';
import { getPerson } from './queries/get-person.ts';
import { getBranch, listBranches } from './queries/list-branches.ts';
import { listDuplicates, listDuplicatesOf } from './queries/list-duplicates.ts';
import { listOwnLegalEntities } from './queries/list-legal-entities.ts';
import { listMerges } from './queries/list-merges.ts';
import { listOrganizations } from './queries/list-organizations.ts';
import { listPeople } from './queries/list-people.ts';
import { suggestPeople } from './queries/suggest-people.ts';

const ofPeople = [
  queryRoute('GET /people', listPeople, { summary: 'List people' }),
  commandRoute('POST /people', addPerson, { summary: 'Add a person', status: 201 }),
  queryRoute('GET /people/suggestions', suggestPeople, { summary: 'Find people while typing' }),
  queryRoute('GET /people/duplicates', listDuplicates, { summary: 'List possible duplicates' }),
  queryRoute('GET /people/:personId', getPerson, { summary: 'Read a person' }),
  commandRoute('PATCH /people/:personId', changePerson, { summary: 'Change a person' }),
  queryRoute('GET /people/:personId/duplicates', listDuplicatesOf, {
    summary: 'Who may be the same person',
  }),
  commandRoute('PUT /people/:personId/different/:otherId', keepApart, {
    summary: 'Say that two people are different',
    status: 204,
  }),
  commandRoute('DELETE /people/:personId/different/:otherId', stopKeepingApart, {
    summary: 'Take back that two people are different',
    status: 204,
  }),
  queryRoute('GET /people/:personId/merges', listMerges, {
    summary: 'What was merged into a person',
  }),
  commandRoute('POST /people/:personId/merges', mergePeople, {
    summary: 'Merge another person into this one',
    status: 201,
  }),
  commandRoute('DELETE /people/:personId/merges/:mergeId', undoMerge, { summary: 'Undo a merge' }),
];

const ofOrganizations = [
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
  queryRoute('GET /legal-entities', listOwnLegalEntities, { summary: 'List own legal entities' }),
  commandRoute('POST /legal-entities', addLegalEntity, {
    summary: 'Add a legal entity',
    status: 201,
  }),
  commandRoute('PATCH /legal-entities/:entityId', changeLegalEntity, {
    summary: 'Change a legal entity',
  }),
  commandRoute('DELETE /legal-entities/:entityId', removeLegalEntity, {
    summary: 'Remove a legal entity',
    status: 204,
  }),
  commandRoute('POST /organizations/:organizationId/branches', addBranch, {
    summary: 'Add a branch',
    status: 201,
  }),
  queryRoute('GET /branches', listBranches, { summary: 'Find branches of organizations' }),
  queryRoute('GET /branches/:branchId', getBranch, { summary: 'Read a branch' }),
  commandRoute('PATCH /branches/:branchId', changeBranch, { summary: 'Change a branch' }),
  commandRoute('DELETE /branches/:branchId', removeBranch, {
    summary: 'Remove a branch',
    status: 204,
  }),
];

export const customerRoutes = [...ofPeople, ...ofOrganizations];
