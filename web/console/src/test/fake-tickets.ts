import type { Message, Ticket } from '../lib/api-types.ts';
import { belongs, type TicketFilter } from '../lib/ticket-filter.ts';
import { pageOf, type Call, type FakeRoute, type FakeState } from './fake-state.ts';
import { seedMessages, seedTicket } from './seed.data.ts';

const viewFilters: Record<string, Record<string, string[]>> = {
  mine: { status: ['any_open'], assignee: ['me'] },
  unassigned: { status: ['any_open'], assignee: ['none'] },
  open: { status: ['any_open'] },
  solved: { status: ['solved', 'closed'] },
};
const viewKeys = Object.keys(viewFilters);

function list(state: FakeState, query: URLSearchParams) {
  const filter = Object.fromEntries(query) as TicketFilter;
  const found = state.tickets.filter((ticket) => belongs(ticket, filter, { me: 'u1' }) !== false);
  return pageOf(
    found.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    query,
  );
}

function write(state: FakeState, { match, body }: Call): Message {
  const ticket = state.find(match[1]);
  const message: Message = {
    ...(seedMessages(ticket)[2] as Message),
    id: `m-${ticket.id}-${state.messagesOf(ticket).length}`,
    text: String(body['body']),
    visibility: body['visibility'] as Message['visibility'],
    createdAt: new Date().toISOString(),
    delivery: null,
  };
  state.addMessage(ticket, message);
  if (body['status']) {
    state.change(ticket, { status: body['status'] });
  }
  return message;
}

function open(state: FakeState, body: Record<string, unknown>): Ticket {
  const made = {
    ...seedTicket(0),
    id: `new-${state.tickets.length}`,
    number: 1101 + state.tickets.length,
    subject: String(body['subject']),
    updatedAt: new Date().toISOString(),
  };
  state.tickets.unshift(made);
  return made;
}

const count = (state: FakeState, view: string) =>
  state.tickets.filter((ticket) => belongs(ticket, { view }, { me: 'u1' }) === true).length;

export const ticketRoutes = (state: FakeState): FakeRoute[] => [
  [
    'GET',
    /^\/views$/,
    () => ({
      items: viewKeys.map((key, position) => ({
        id: `v-${key}`,
        key,
        name: null,
        count: null,
        position,
        sharing: 'built_in',
        owner: null,
        team: null,
        filter: viewFilters[key] ?? {},
        sort: 'updated',
        order: 'desc',
        columns: [],
        mayChange: false,
        version: 1,
      })),
      next: null,
    }),
  ],
  [
    'GET',
    /^\/views\/counts$/,
    () => ({ counts: Object.fromEntries(viewKeys.map((key) => [`v-${key}`, count(state, key)])) }),
  ],
  ['GET', /^\/tickets$/, ({ query }) => list(state, query)],
  ['POST', /^\/tickets$/, ({ body }) => open(state, body)],
  ['GET', /^\/tickets\/([^/]+)$/, ({ match }) => state.find(match[1])],
  ['PATCH', /^\/tickets\/([^/]+)$/, ({ match, body }) => state.change(state.find(match[1]), body)],
  [
    'GET',
    /^\/tickets\/([^/]+)\/messages$/,
    ({ match, query }) => pageOf(state.messagesOf(state.find(match[1])), query),
  ],
  ['POST', /^\/tickets\/([^/]+)\/messages$/, (call) => write(state, call)],
  [
    'GET',
    /^\/tickets\/([^/]+)\/events$/,
    ({ match, query }) => pageOf(state.eventsOf(state.find(match[1])), query),
  ],
];
