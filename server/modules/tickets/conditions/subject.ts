import type { TicketFacts } from '../rules/facts.ts';
import type { Situation } from '../rules/policies.ts';
import { readText, type ReadText } from './words.ts';

/** What a condition is asked about. A policy's situation is one as it is. */
export type ConditionSubject = Pick<Situation, 'ticket' | 'facts' | 'now'>;

/** A hundred conditions over one letter read its words once. */
const messages = new WeakMap<TicketFacts, ReadText>();

export function messageOf({ facts }: ConditionSubject): ReadText {
  const found = messages.get(facts);
  if (found) {
    return found;
  }
  const read = readText(facts.message);
  messages.set(facts, read);
  return read;
}

/** The states of one ticket follow each other, and mostly have one subject. */
let lastLine = { text: '', read: readText('') };

export function subjectLineOf({ ticket }: ConditionSubject): ReadText {
  if (lastLine.text !== ticket.subject) {
    lastLine = { text: ticket.subject, read: readText(ticket.subject) };
  }
  return lastLine.read;
}
