/** What other modules may use. Nothing else in this folder exists for them. */
export { addTemplate } from './commands/add-template.ts';
export { removeTemplate } from './commands/remove-template.ts';
export { useTemplate } from './commands/use-template.ts';
export { filledText, mustFill } from './filled-text.ts';
export { firstNameOf } from './rules.ts';
