import type { Topic } from '../topics.data.ts';
import type { Around, Happened, TicketAround } from './happened.ts';

/** What fills the sentence of a notice, beside who has acted. */
export type NoticeWords = {
  readonly target?: string;
  readonly step?: number;
  readonly team?: string;
  readonly to?: string;
};

/** One thing for some people. */
export type Telling = {
  readonly topic: Topic;
  /** Which sentence says it. */
  readonly kind: string;
  readonly userIds: readonly string[];
  /** Whatever carries the same fact is told once to a person. */
  readonly fact: string;
  readonly ticketId: string | null;
  readonly messageId: string | null;
  readonly actor: { readonly id: string | null; readonly name: string };
  readonly preview: string;
  readonly words: NoticeWords;
  /** Wakes people up: quiet hours do not hold it. */
  readonly urgent: boolean;
  /** Concerns its person even if they may not see the ticket: then it is told without a word of it. */
  readonly beyondSight: boolean;
};

export type Rule = (event: Happened, around: Around) => readonly Telling[];
export type InTicket = (
  event: Happened,
  ticket: TicketAround,
  around: Around,
) => readonly Telling[];
export type Said = Partial<Telling> & Pick<Telling, 'topic' | 'userIds' | 'fact'>;

export const nobody: readonly Telling[] = [];

/** Whom a sentence may name: what a policy or a timer does is done by nobody. */
const actorOf = ({ actorKind, actorId, actorName, reasonCode }: Happened) => {
  const isOwnAct = reasonCode === null || reasonCode === 'said';
  return actorKind !== 'system' && isOwnAct
    ? { id: actorId, name: actorName }
    : { id: null, name: '' };
};

export const telling = (event: Happened, said: Said): Telling => ({
  kind: said.topic,
  ticketId: event.ticketId,
  messageId: null,
  actor: actorOf(event),
  preview: '',
  words: {},
  urgent: false,
  beyondSight: false,
  ...said,
});

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const ids = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
export const some = (id: string | null | undefined): string[] => (id ? [id] : []);
export const without = (list: readonly string[], gone: readonly (string | null)[]): string[] =>
  list.filter((id) => !gone.includes(id));
/** Of a ticket that people work on: what lies in spam or was merged away is nobody's business. */
export const inTicket =
  (rule: InTicket): Rule =>
  (event, around) => {
    const { ticket } = around;
    return ticket && ticket.status !== 'spam' && ticket.mergedInto === null
      ? rule(event, ticket, around)
      : nobody;
  };
