/** What the application runs. No module uses this one. */
export { startTelling, type MailPossible } from './telling/follow-facts.ts';
