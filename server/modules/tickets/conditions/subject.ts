import type { TicketFacts } from '../rules/facts.ts';
import type { Situation } from '../rules/policies.ts';
import type { TicketState } from '../rules/ticket.ts';
import { readText, type ReadText } from './words.ts';

/** What a condition is asked about. A policy's situation is one as it is. */
export type ConditionSubject = Pick<Situation, 'ticket' | 'facts' | 'now'>;

/** A hundred conditions over one letter read its words once. */
const messages = new WeakMap<TicketFacts, ReadText>();
const subjects = new WeakMap<TicketState, ReadText>();

export const messageOf = ({ facts }: ConditionSubject): ReadText =>
  remembered(messages, facts, facts.message);

export const subjectLineOf = ({ ticket }: ConditionSubject): ReadText =>
  remembered(subjects, ticket, ticket.subject);

function remembered<Key extends object>(
  known: WeakMap<Key, ReadText>,
  key: Key,
  text: string,
): ReadText {
  const found = known.get(key);
  if (found) {
    return found;
  }
  const read = readText(text);
  known.set(key, read);
  return read;
}
