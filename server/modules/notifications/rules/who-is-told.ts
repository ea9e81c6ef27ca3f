import type { Topic } from '../topics.data.ts';
import { approvalsTold } from './approvals-told.ts';
import type { Around, Happened, MessageSaid, TicketAround } from './happened.ts';
import {
  ids,
  inTicket,
  nobody,
  some,
  telling,
  text,
  without,
  type InTicket,
  type Rule,
  type Telling,
} from './telling.ts';
import { failuresTold } from './what-failed.ts';

const refOf = (value: unknown): { id: string; name: string } | null =>
  value !== null && typeof value === 'object' && 'id' in value
    ? { id: String(value.id), name: 'name' in value ? text(value.name) : '' }
    : null;

const newInTeam = (event: Happened, ticket: TicketAround): Telling[] =>
  ticket.teamId === null || ticket.assigneeId !== null
    ? []
    : [
        telling(event, {
          topic: 'new-in-team',
          userIds: ticket.memberIds,
          fact: `new-in-team:${ticket.id}:${ticket.teamId}`,
          actor: { id: event.actorId, name: ticket.requesterName },
        }),
      ];

const assigned = (event: Happened, userId: string | null): Telling[] =>
  userId === null
    ? []
    : [telling(event, { topic: 'assigned', userIds: [userId], fact: `assigned:${event.id}` })];

const opened: InTicket = (event, ticket) => [
  ...assigned(event, ticket.firstAssigneeId),
  ...newInTeam(event, ticket),
];

const handed: InTicket = (event) => {
  const [changed] = event.changes;
  const [from, to] = [refOf(changed?.from), refOf(changed?.to)];
  const given = assigned(event, to?.id ?? null);
  const taken = telling(event, {
    topic: 'handed-over',
    userIds: some(from?.id),
    fact: `handed-over:${event.id}`,
    words: to ? { to: to.name } : {},
  });
  return from ? [...given, taken] : given;
};

type Circle = { readonly own: Topic; readonly followed: Topic };

/** The same thing for who has the ticket and for who keeps an eye on it. */
function toCircle(
  event: Happened,
  ticket: TicketAround,
  { own, followed, message }: Circle & { message: MessageSaid },
): Telling[] {
  const said = {
    fact: `message:${message.id}`,
    messageId: message.id,
    actor: { id: event.actorId ?? message.authorId, name: message.authorName },
    preview: message.text,
  };
  const { assigneeId, followerIds } = ticket;
  return [
    telling(event, { topic: own, userIds: some(assigneeId), ...said }),
    telling(event, { topic: followed, userIds: without(followerIds, [assigneeId]), ...said }),
  ];
}

/** Not of the message that opened the ticket, and not of what a machine says. */
const customerWrote: InTicket = (event, ticket, { message }) =>
  message && message.automatic === null && message.createdAt > ticket.createdAt
    ? toCircle(event, ticket, {
        own: 'customer-wrote',
        followed: 'followed-customer-wrote',
        message,
      })
    : nobody;

const noted: InTicket = (event, ticket, { message }) =>
  message ? toCircle(event, ticket, { own: 'noted', followed: 'followed-noted', message }) : nobody;

const mentioned: InTicket = (event, _ticket, { message }) =>
  message
    ? [
        telling(event, {
          topic: 'mention',
          userIds: ids(event.payload['userIds']),
          fact: `message:${message.id}`,
          messageId: message.id,
          preview: message.text,
          actor: { id: event.actorId, name: message.authorName },
        }),
      ]
    : nobody;

const late =
  (mine: Topic, team: Topic): InTicket =>
  (event, ticket) => {
    const said = { fact: `sla:${event.id}`, words: { target: text(event.payload['target']) } };
    const { assigneeId, memberIds } = ticket;
    return [
      telling(event, { topic: mine, userIds: some(assigneeId), ...said }),
      telling(event, { topic: team, userIds: without(memberIds, [assigneeId]), ...said }),
    ];
  };

const escalated: InTicket = (event) => [
  telling(event, {
    topic: 'escalated',
    userIds: ids(event.payload['recipients']),
    fact: `escalated:${event.id}`,
    words: { step: Number(event.payload['number']) || 1 },
    urgent: event.payload['overridesQuiet'] === true,
  }),
];

/** One chose the hour oneself. */
const reminded: Rule = (event, { note }) => [
  telling(event, {
    topic: 'reminder',
    userIds: some(text(event.payload['userId'])),
    fact: `reminder:${event.id}`,
    ticketId: text(event.payload['ticketId']) || null,
    preview: note ?? '',
    actor: { id: null, name: '' },
    urgent: true,
  }),
];

/** Whoever has to do it is named by the fact itself. */
const ofTask =
  (topic: Topic): InTicket =>
  (event, { id }) => [
    telling(event, {
      topic,
      userIds: ids(event.payload['userIds']),
      fact: `task:${event.id}`,
      ticketId: id,
      preview: text(event.payload['text']),
    }),
  ];

const returned: InTicket = (event, ticket, { message }) => {
  const author = message?.authorKind === 'user' ? message.authorId : null;
  return message
    ? [
        telling(event, {
          topic: 'not-sent',
          kind: 'letter-not-sent',
          userIds: some(author ?? ticket.assigneeId),
          fact: `not-sent:${message.id}`,
          messageId: message.id,
          preview: message.text,
          actor: { id: null, name: '' },
        }),
      ]
    : nobody;
};

const delivery: InTicket = (event, ticket, around) =>
  event.payload['state'] === 'failed' ? returned(event, ticket, around) : nobody;

const stayedHere: InTicket = (event) => [
  telling(event, {
    topic: 'not-sent',
    kind: 'planned-not-sent',
    userIds: some(text(event.payload['authorId'])),
    fact: `not-sent:${event.id}`,
    actor: { id: null, name: '' },
  }),
];

const byRule: InTicket = (event) => [
  telling(event, {
    topic: 'rule',
    userIds: ids(event.payload['userIds']),
    fact: `rule:${event.id}`,
    preview: text(event.payload['text']),
    actor: { id: null, name: text(event.payload['rule']) },
    urgent: event.payload['overridesQuiet'] === true,
  }),
];

const delayed: InTicket = (event, ticket, around) =>
  returned(event, ticket, around).map((one) => ({
    ...one,
    kind: 'letter-delayed',
    fact: `delayed:${one.messageId}`,
  }));

const rules: Readonly<Record<string, Rule>> = {
  'ticket.opened': inTicket(opened),
  'ticket.assigned': inTicket(handed),
  'ticket.team-changed': inTicket(newInTeam),
  'message.received': inTicket(customerWrote),
  'message.noted': inTicket(noted),
  'message.mentioned': inTicket(mentioned),
  'message.bounced': inTicket(returned),
  'message.delivery-changed': inTicket(delivery),
  'ticket.answer-not-sent': inTicket(stayedHere),
  'sla.warned': inTicket(late('sla-warned', 'team-sla-warned')),
  'sla.breached': inTicket(late('sla-breached', 'team-sla-breached')),
  'sla.escalated': inTicket(escalated),
  'reminder.due': reminded,
  'task.assigned': inTicket(ofTask('task-assigned')),
  'task.due': inTicket(ofTask('task-due')),
  'ticket.notified-by-rule': inTicket(byRule),
  'message.delivery-delayed': inTicket(delayed),
  ...approvalsTold,
  ...failuresTold,
};

/** Facts that somebody of the company may be told of. */
export const toldEvents: readonly string[] = Object.keys(rules);

/** What one has put off to a later hour happens in one's own name, and is news all the same. */
const ofOneself: ReadonlySet<Topic> = new Set<Topic>(['not-sent', 'reminder']);

/** Of what whom, whatever they have chosen; never whoever did it. */
export function whoIsTold(event: Happened, around: Around): Telling[] {
  return (rules[event.name]?.(event, around) ?? nobody)
    .map((one) => {
      const byThemselves = ofOneself.has(one.topic) ? null : event.actorId;
      return { ...one, userIds: [...new Set(without(one.userIds, [byThemselves]))] };
    })
    .filter(({ userIds }) => userIds.length > 0);
}
