/** What other modules may use. Nothing else in this folder exists for them. */
export { copyFiles, registerFile, takeFiles, type StoredFile } from './attachments.ts';
export {
  answerInto,
  openWithMessage,
  receiveInto,
  type Author,
  type NewMessage,
} from './conversation.ts';
export { recordBounce, recordDelivery } from './delivery.ts';
export { applyTo, stateOf } from './door.ts';
export {
  ticketPolicies,
  type Asked,
  type RegisteredPolicy,
  type ShownTimes,
} from './policies/registered-policies.ts';
export { ticketGuards, type GuardQuestion, type TicketGuard } from './policies/guards.ts';
export type { GuardRefusal } from './rules/watching.ts';
export { messageWritten, ticketOpened } from './events.ts';
export { answerNotSent, answerWithdrawn, colleaguesMentioned } from './events.ts';
export { contentDisposition, isOwnFile, isShownInline } from './files.ts';
export { readMessageRow } from './queries/read-messages.ts';
export { lockTicketForIntake, findTicketNumber } from './intake.ts';
export type { Bounce, Delivery, Invitation, MailHeader, WithheldFile } from './schema.ts';
export type { Occurrence, Policy, Proposal, Situation } from './rules/policies.ts';
export { settle, type Effect, type LoadedPolicy, type Settled } from './rules/policies.ts';
export { ownPolicies } from './rules/own-policies.ts';
export {
  change,
  changedFields,
  type ChangedField,
  type Changes,
  type TicketState,
} from './rules/ticket.ts';
export { isOpen } from './rules/ticket.ts';
export { ticketLiveView } from './live-view.ts';
export { readTicketFacts } from './policies/queries/read-facts.ts';
export { takeNumber } from './ticket-store.ts';
export { isAnsweredByMail } from './registered.ts';
export { startTallyFolding } from './tally/tally-folding.ts';
export { startAlarms } from './alarms.ts';
export { startSpamRemoval } from './spam/spam-removal.ts';
export { requireTicketId, ticketNotFound } from './queries/require-ticket.ts';
export { ticketRef } from './schema.ts';
export { findPictures, type Picture } from './queries/find-pictures.ts';
export { readTicket } from './queries/read-ticket.ts';
export { recordSignature } from './message-store.ts';
export { isNamed, visibleTo } from './visibility.ts';
export { putIntoSpam } from './spam/spam.ts';
export { readMailThread } from './queries/mail-thread.ts';
export { addCategory } from './commands/categories.ts';
export { markSpam } from './spam/mark-spam.ts';
export { addView } from './views/change-views.ts';
export { changeTicket } from './commands/change-ticket.ts';
export { snoozeTicket, wakeTicket } from './snooze/snooze-ticket.ts';
export { withdrawAnswer } from './commands/withdraw-answer.ts';
export { writeMessage } from './commands/write-message.ts';
export { lockTicket, requireActiveUser } from './store.ts';
export { mustExist } from './must-exist.ts';
export { readLocked } from './message-store.ts';
export { difference, patchFor, undoPatch } from './bulk/bulk-rules.ts';
export { linkTickets } from './links/link-tickets.ts';
export { mergeTicket } from './moves/merge-ticket.ts';
export { releaseTickets } from './removal/release-tickets.ts';
export { removeCategories, removeTickets, removeViews } from './removal/removal-store.ts';
export { logTime } from './time/log-time.ts';
export { compileCondition, joinNeeds, type CompiledCondition } from './conditions/compile.ts';
export { Condition } from './conditions/condition.ts';
export { leavesOf, type FieldCondition } from './conditions/condition-tree.ts';
export { noCategories, withBelow } from './conditions/category-tree.ts';
export type { CompileOptions } from './conditions/asking.ts';
export { readCategories, readCompileOptions } from './conditions/queries/read-compile-options.ts';
export { categoryNotice } from './category-store.ts';
export type { ConditionSubject } from './conditions/subject.ts';
export {
  ConditionProblem,
  problemsIn,
  readConditionNames,
  saidCondition,
  type ConditionNames,
  type SaidCondition,
} from './conditions/queries/condition-problems.ts';
export type { FactNeeds, TicketFacts } from './rules/facts.ts';
export { FileCard, openStatuses, Priority, SettableStatus, Status, TicketType } from './schema.ts';
export { fileCard } from './files.ts';
export { findLastRequest } from './queries/last-request.ts';
export { writeAnswer } from './answer.ts';
export { mergeUndone, ticketMerged } from './work-events.ts';
export { fieldName, ownFieldRef } from './schema.ts';
export { FieldKind, isOfType, labelIn, type OwnField } from './own-fields/own-field.ts';
export { mostOwnText, problemOfOwnValue, tidyOwnValue } from './own-fields/own-value.ts';
export { askedValues } from './own-fields/merge-values.ts';
export { compileOwnFields, type OwnFields } from './own-fields/own-values.ts';
export {
  mustBeOwnValues,
  ownFieldSources,
  type OwnFieldSource,
} from './own-fields/must-be-own-values.ts';
export { readTicketLines } from './queries/read-ticket.ts';
export type { TicketRecord } from './store.ts';
export { readSubject } from './conditions/queries/read-subject.ts';
export { narrowingOf } from './conditions/queries/condition-sql.ts';
export { readFacts } from './policies/queries/read-facts.ts';
export { readAskedFacts } from './policies/read-asked-facts.ts';
export { ticketFactSources, type FactSource, type FactsAsked } from './policies/fact-sources.ts';
export { slaFields } from './conditions/fields.data.ts';
export { changeable, Ticket } from './schema.ts';
export { noFacts, noNeeds } from './rules/facts.ts';
export { readLoads, type Load } from './loads/queries/read-loads.ts';
export { loadNotice } from './loads/load-store.ts';
export { groupOf } from './conditions/condition-tree.ts';
export { readCircles, type Circle } from './queries/read-circles.ts';
export { readSaid, type Said } from './queries/read-said.ts';
export { mayBeSeenBy } from './visibility.ts';
