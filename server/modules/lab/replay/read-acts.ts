import type { Changes, Occurrence, TicketFacts, TicketState } from '../../tickets/public.ts';
import { leftToTheTeam } from '../../availability/public.ts';
import { decidedAnew, ofAbsence, routedAnew, ruleActorName } from './decided-anew.data.ts';
import type { Act, Past, PastEvent, PastMessage } from './past.ts';
import { placeBefore } from './place-before.ts';

/**
 * The past of a ticket out of its events: pure. The log holds changes, not states, so the opening state is the first `from` of
 * every field that ever changed, and today's value of every other.
 */

export type PastRead = {
  readonly number: number;
  readonly end: TicketState;
  readonly events: readonly PastEvent[];
  readonly messages: ReadonlyMap<string, PastMessage>;
  readonly requester: TicketFacts['requester'];
  /** From then on routing decides anew; null: never, tickets go where they went. */
  readonly routedFrom: number | null;
  /** What a ticket without any letter of its own was opened with. */
  readonly firstMessage: PastMessage | null;
};

export function pastOf(read: PastRead): Past {
  const { number, end, events, messages, requester } = read;
  const { opened, letter } = beginningOf(events);
  const began = messages.get(letter?.messageId ?? '') ?? read.firstMessage;
  const facts = factsOf(began, requester);
  const later = events.filter(
    (event) => event !== letter && event !== opened && event.routed === null,
  );
  return {
    number,
    opening: {
      ...openingState(end, events),
      firstRespondedAt: wasAnsweredAtOnce(end) ? end.createdAt : null,
      solvedAt: null,
      mergedInto: null,
    },
    order: opened?.id ?? '',
    placed: read.routedFrom === null ? null : placeBefore(events, read.routedFrom),
    openedBy: began?.authorKind === 'user' ? 'agent' : 'customer',
    facts,
    acts: actsOf(later, { messages, facts, routedFrom: read.routedFrom }),
    end,
    isWhole: opened !== undefined,
  };
}

function beginningOf(events: readonly PastEvent[]) {
  const opened = events.find(({ name }) => openings.has(name));
  const letter = opened && events.find((event) => cameIn.has(event.name) && isOne(event, opened));
  return { opened, letter };
}

/** Who was spoken to had the first answer in the moment that the ticket was written down. */
const wasAnsweredAtOnce = ({ firstRespondedAt, createdAt }: TicketState): boolean =>
  firstRespondedAt?.getTime() === createdAt.getTime();

const isOne = (one: PastEvent, other: PastEvent): boolean => one.together === other.together;

const factsOf = (
  message: PastMessage | null | undefined,
  requester: TicketFacts['requester'],
): TicketFacts => ({
  message: message?.text ?? '',
  automatic: message?.automatic ?? false,
  requester,
});

const openings: ReadonlySet<string> = new Set(['ticket.opened', 'ticket.caught']);
const cameIn: ReadonlySet<string> = new Set(['message.received', 'message.caught']);

const stateKeys: Readonly<Record<string, keyof Changes>> = {
  subject: 'subject',
  type: 'type',
  status: 'status',
  priority: 'priority',
  impact: 'impact',
  urgency: 'urgency',
  category: 'categoryId',
  team: 'teamId',
  assignee: 'assigneeId',
  tags: 'tags',
  region: 'region',
  fields: 'fields',
  snooze: 'snooze',
};

/** People, teams and categories stand in the log as a person would read them. */
const valueOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value
    ? value.id
    : value;

function openingState(end: TicketState, events: readonly PastEvent[]): TicketState {
  const first: Record<string, unknown> = {};
  for (const { changes } of events) {
    for (const { field, from } of changes) {
      const key = stateKeys[field];
      if (key !== undefined && !(key in first)) {
        first[key] = field === 'fields' ? (from ?? {}) : valueOf(from);
      }
    }
  }
  return { ...end, ...first };
}

type Written = { -readonly [Key in keyof Act]: Act[Key] } & { together: string; closed: boolean };
type Known = {
  readonly messages: ReadonlyMap<string, PastMessage>;
  readonly facts: TicketFacts;
  readonly routedFrom: number | null;
};

/**
 * One act is what one passing of the tickets' door was asked for: a message and the changes that came with it, or changes alone.
 * A change that a policy had made closes it: what is asked after that in the same transaction is another act.
 */
function actsOf(events: readonly PastEvent[], known: Known): Act[] {
  const acts: Written[] = [];
  let firstAnswer: string | null = null;
  for (const event of events) {
    const last = acts.at(-1);
    const own = last?.together === event.together ? last : undefined;
    if (isDecidedAnew(event, known)) {
      close(own);
      continue;
    }
    const act = own && goesOn(own, event) ? own : begun(event, known);
    if (act !== own) {
      acts.push(act);
    }
    addTo(act, event, known);
    firstAnswer = firstAnswerAfter(event, act, firstAnswer);
  }
  return acts.filter(isAct);
}

/** An answer that is taken back may have been the first one: then nobody has answered yet. */
function firstAnswerAfter(
  event: PastEvent,
  act: Written,
  before: PastEvent['messageId'] | null,
): PastEvent['messageId'] | null {
  if (event.name !== 'message.withdrawn') {
    return before ?? (isFirstWord(act, event) ? event.messageId : null);
  }
  act.unanswers = event.messageId === before;
  return act.unanswers ? null : before;
}

function close(act: Written | undefined): void {
  if (act) {
    act.closed = true;
  }
}

const goesOn = (act: Written, event: PastEvent): boolean =>
  !act.closed && !startsWithMessage(event);

const isFirstWord = (act: Written, { name }: PastEvent): boolean =>
  act.wrote === 'agent' && name === 'message.written';

const isAct = ({ changes, occurrences, unanswers }: Act): boolean =>
  occurrences.length > 0 || unanswers || Object.keys(changes).length > 0;

const startsWithMessage = ({ name }: PastEvent): boolean =>
  cameIn.has(name) || name === 'message.written' || name === 'message.noted';

const isDecidedAnew = (
  { code, name, actorKind, actorName, at }: PastEvent,
  { routedFrom }: Pick<Known, 'routedFrom'>,
): boolean =>
  (code !== null && decidedAnew.has(code)) ||
  (code !== null && routedAnew.has(code) && isFrom(routedFrom, at)) ||
  (name.startsWith('message.') && actorKind === 'system' && actorName === ruleActorName);

const isFrom = (from: number | null, at: Date): boolean => from !== null && at.getTime() >= from;

const begun = ({ id, at, actorKind, code, together }: PastEvent, { facts }: Known): Written => ({
  at,
  order: id,
  changes: {},
  occurrences: [],
  facts,
  byHand: actorKind === 'user' && (code === null || code === 'said'),
  wrote: null,
  unanswers: false,
  absent: null,
  together,
  closed: false,
});

function addTo(act: Written, event: PastEvent, known: Known): void {
  if (startsWithMessage(event)) {
    const message = known.messages.get(event.messageId ?? '');
    const [occurrence, wrote] = occurrenceOf(event, message);
    act.occurrences = [...act.occurrences, occurrence];
    act.wrote = wrote;
    act.facts = factsOf(message, known.facts.requester);
    return;
  }
  const changes: Record<string, unknown> = { ...act.changes };
  if (event.name in merging) {
    changes['mergedInto'] = event.name === 'ticket.merged' ? event.otherId : null;
  }
  for (const { field, to } of event.changes) {
    const key = stateKeys[field];
    if (key !== undefined) {
      changes[key] = field === 'fields' ? (to ?? {}) : valueOf(to);
    }
  }
  act.changes = changes;
  noteAbsence(act, event, known);
}

function noteAbsence(
  act: Written,
  { code, changes, at }: PastEvent,
  { routedFrom }: Pick<Known, 'routedFrom'>,
): void {
  const given = changes.find(({ field }) => field === 'assignee');
  if (code === null || !ofAbsence.has(code) || !given) {
    return;
  }
  const had = valueOf(given.from);
  act.absent = typeof had === 'string' ? had : null;
  if (code === 'absence.left_to_team' && isFrom(routedFrom, at)) {
    act.occurrences = [...act.occurrences, { kind: 'time', key: leftToTheTeam }];
  }
}

const merging = { 'ticket.merged': true, 'ticket.merge-undone': true };

function occurrenceOf(
  { name, actorKind }: PastEvent,
  message: PastMessage | undefined,
): [Occurrence, Act['wrote']] {
  if (cameIn.has(name)) {
    return [{ kind: 'customer-wrote', automatic: message?.automatic ?? false }, 'customer'];
  }
  const byUser = message ? message.authorKind === 'user' : actorKind === 'user';
  const userId = byUser ? (message?.authorId ?? null) : null;
  return name === 'message.noted'
    ? [{ kind: 'noted', userId }, null]
    : [{ kind: 'agent-answered', userId, automatic: !byUser }, byUser ? 'agent' : 'system'];
}
