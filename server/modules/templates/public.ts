/** What other modules may use. Nothing else in this folder exists for them. */
export { findNewestTicket } from './queries/newest-ticket.ts';
export { TextProblem } from './schema.ts';
export { valuesOf, type SpokenTicket } from './ticket-values.ts';
export { templateVariables } from './variables.data.ts';
export { addTemplate } from './commands/add-template.ts';
export { removeTemplate } from './commands/remove-template.ts';
export { useTemplate } from './commands/use-template.ts';
export { filledText, mustFill } from './filled-text.ts';
export { firstNameOf } from './rules.ts';
