import type { SlaFacts, TicketFacts } from '../rules/facts.ts';
import type { Situation } from '../rules/policies.ts';
import { readText, type ReadText } from './words.ts';

/** What a condition is asked about. A policy's situation is one as it is. */
export type ConditionSubject = Pick<Situation, 'ticket' | 'facts' | 'now'>;

/** What is promised for it: by its clocks, or as it comes in. */
export function slaOf(subject: ConditionSubject): SlaFacts | undefined {
  const { sla } = subject.facts;
  return sla?.ahead ? sla.ahead(subject) : sla;
}

/** A hundred conditions over one letter read its words once. */
const messages = new WeakMap<TicketFacts, ReadText>();

function messageOf(facts: TicketFacts): ReadText {
  const found = messages.get(facts);
  if (found) {
    return found;
  }
  const read = readText(facts.message);
  messages.set(facts, read);
  return read;
}

/** Where words are looked for; the same list as long as neither subject nor message is another. */
export type Texts = readonly ReadText[];
type Read = Record<'subject' | 'message' | 'text', Texts>;

const readAnew = (line: ReadText, message: ReadText): Read => ({
  subject: [line],
  message: [message],
  text: [line, message],
});

/** The states of one ticket follow each other, and mostly have one subject and one message. */
let last = { subject: '', message: '', read: readAnew(readText(''), readText('')) };

export function readingsOf({ ticket: { subject }, facts }: ConditionSubject): Read {
  const { message } = facts;
  if (last.message !== message || last.subject !== subject) {
    const { read } = last;
    const line = last.subject === subject ? (read.subject[0] as ReadText) : readText(subject);
    last = { subject, message, read: readAnew(line, messageOf(facts)) };
  }
  return last.read;
}
