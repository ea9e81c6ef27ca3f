import { inTicket, nobody, some, telling, text, type InTicket, type Rule } from './telling.ts';

const approverAsked: InTicket = (event) => [
  telling(event, {
    topic: 'approval',
    userIds: some(text(event.payload['userId'])),
    fact: `approval:${event.id}`,
    beyondSight: true,
  }),
];

const approvalClosed: InTicket = (event) => {
  const state = text(event.payload['state']);
  return state === 'cancelled'
    ? nobody
    : [
        telling(event, {
          topic: 'approval-decided',
          kind: `approval-${state}`,
          userIds: some(text(event.payload['askedById'])),
          fact: `approval-decided:${event.id}`,
          actor: { id: null, name: '' },
        }),
      ];
};

const approverUnreached: InTicket = (event) => [
  telling(event, {
    topic: 'not-sent',
    kind: 'approval-not-sent',
    userIds: some(text(event.payload['askedById'])),
    fact: `not-sent:${event.id}`,
    actor: { id: null, name: '' },
  }),
];

/** Whoever is asked, and whoever has asked. */
export const approvalsTold: Readonly<Record<string, Rule>> = {
  'ticket.approver-asked': inTicket(approverAsked),
  'ticket.approval-closed': inTicket(approvalClosed),
  'ticket.approver-unreached': inTicket(approverUnreached),
};
