/** What other modules may use. Nothing else in this folder exists for them. */
export {
  addWriter,
  findWriter,
  recognisePerson,
  requirePerson,
  type RecognisedPerson,
  type Writer,
} from './recognise.ts';
export { normalizeContact } from './rules.ts';
export { Contact, ContactKind, Ref, type CustomerTables, type Person } from './schema.ts';
export { personAdded, personChanged, personMerged, personMergeUndone } from './events.ts';
export { startMatching } from './matching/sweeping.ts';
export { readPerson, requirePersonHere } from './queries/get-person.ts';
export { addOrganization } from './commands/add-organization.ts';
export { addPerson } from './commands/add-person.ts';
export { addBranch } from './commands/branches.ts';
export { addLegalEntity } from './commands/legal-entities.ts';
export { removeOrganizations, removePeople } from './removal/removal-store.ts';
export { lockMerge } from './merge-store.ts';
