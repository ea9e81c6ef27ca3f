/** What other modules may use. Nothing else in this folder exists for them. */
export { recognisePerson, requirePerson, type RecognisedPerson, type Writer } from './recognise.ts';
export { normalizeContact } from './rules.ts';
export { ContactKind, Ref, type CustomerTables } from './schema.ts';
export { personAdded, personChanged } from './events.ts';
