import type { Message, Session, Ticket, TicketEvent } from '../lib/api-types.ts';
import { belongs, type TicketFilter } from '../lib/ticket-lists.ts';
import { fakeSettings } from './fake-settings.ts';
import {
  categories,
  seedEvents,
  seedMessages,
  seedPeople,
  seedTicket,
  teams,
  users,
} from './seed.data.ts';

type Call = { match: RegExpExecArray; query: URLSearchParams; body: Record<string, unknown> };
type Handler = (call: Call) => unknown;
type Refusal = { status: number; code: string; errors?: { field: string; code: string }[] };

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export const fakeSession: Session = {
  user: {
    id: 'u1',
    name: 'Ольга Власова',
    email: 'olga@romashka.example',
    locale: 'ru',
    theme: 'auto',
  },
  workspace: {
    id: 'w1',
    name: 'Ромашка',
    locale: 'ru',
    timeZone: 'Europe/Moscow',
    requireTotp: false,
  },
  role: { id: 'r1', name: 'Администратор' },
  permissions: [
    ...['read', 'create', 'reply', 'note', 'assign', 'change'].map((verb) => `ticket.${verb}`),
    ...['person', 'organization', 'channel', 'letter', 'user'].flatMap((each) => [
      `${each}.read`,
      `${each}.change`,
    ]),
    ...[
      'team.change',
      'role.change',
      'category.change',
      'workspace.change',
      'token.own',
      'audit.read',
    ],
  ],
  totp: { enabled: false, required: false },
  expiresAt: '2027-01-01T00:00:00Z',
};

/** An in-memory Otklik for component tests and for building screens without a server. */
export function makeFakeServer(
  options: { tickets?: number; session?: Session | null; setupNeeded?: boolean } = {},
) {
  const tickets: Ticket[] = Array.from({ length: options.tickets ?? 30 }, (_, at) =>
    seedTicket(at),
  );
  const messages = new Map<string, Message[]>();
  const events = new Map<string, TicketEvent[]>();
  const state = { session: options.session === undefined ? fakeSession : options.session };
  const calls: { method: string; path: string; body: unknown }[] = [];
  const broken = new Map<string, Refusal>();

  const find = (id: string | undefined): Ticket => {
    const found = tickets.find((ticket) => ticket.id === id || String(ticket.number) === id);
    if (!found) {
      throw new Refused({ status: 404, code: 'ticket.not_found' });
    }
    return found;
  };
  const messagesOf = (ticket: Ticket) => {
    const known = messages.get(ticket.id) ?? seedMessages(ticket);
    messages.set(ticket.id, known);
    return known;
  };
  const eventsOf = (ticket: Ticket) => {
    const known = events.get(ticket.id) ?? seedEvents(ticket);
    events.set(ticket.id, known);
    return known;
  };
  const page = <T>(items: T[], query: URLSearchParams) => {
    const from = Number(query.get('after') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    return {
      items: items.slice(from, from + limit),
      next: from + limit < items.length ? String(from + limit) : null,
    };
  };
  const change = (ticket: Ticket, patch: Record<string, unknown>): Ticket => {
    if (patch['version'] !== undefined && patch['version'] !== ticket.version) {
      throw new Refused({ status: 409, code: 'version.conflict' });
    }
    const ref = (list: { id: string; name: string }[], id: unknown) =>
      list.find((each) => each.id === id) ?? null;
    const { assigneeId, teamId, categoryId, version: _, ...rest } = patch;
    const next = {
      ...ticket,
      ...rest,
      version: ticket.version + 1,
      updatedAt: new Date().toISOString(),
    } as Ticket;
    if (assigneeId !== undefined) {
      next.assignee = ref(users, assigneeId);
    }
    if (teamId !== undefined) {
      next.team = ref(teams, teamId);
    }
    if (categoryId !== undefined) {
      next.category = ref(categories, categoryId);
    }
    tickets.splice(tickets.indexOf(ticket), 1, next);
    return next;
  };
  const list = (query: URLSearchParams) => {
    const filter = Object.fromEntries(query) as TicketFilter;
    const found = tickets.filter((ticket) => belongs(ticket, filter, 'u1') !== false);
    return page(
      found.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
      query,
    );
  };
  const write = ({ match, body }: Call): Message => {
    const ticket = find(match[1]);
    const own = messagesOf(ticket);
    const seed = seedMessages(ticket)[2] as Message;
    const message: Message = {
      ...seed,
      id: `m${own.length + 1}-${ticket.id}`,
      text: String(body['body']),
      visibility: body['visibility'] as Message['visibility'],
      createdAt: new Date().toISOString(),
      delivery: {
        state: 'queued',
        code: null,
        detail: null,
        attempts: 0,
        at: null,
        nextAttemptAt: null,
      },
    };
    messages.set(ticket.id, [...own, message]);
    if (body['status']) {
      change(ticket, { status: body['status'] });
    }
    return message;
  };
  const counts = () =>
    Object.fromEntries(
      ['mine', 'unassigned', 'open', 'solved'].map((view) => [
        `v-${view}`,
        tickets.filter((ticket) => belongs(ticket, { view }, 'u1') === true).length,
      ]),
    );
  const routes: [string, RegExp, Handler][] = [
    [
      'GET',
      /^\/setup$/,
      () => ({
        needed: options.setupNeeded ?? false,
        locale: 'ru',
        smtpAddress: 'support@localhost',
        smtpPort: 2525,
      }),
    ],
    ['POST', /^\/setup$/, () => (state.session = fakeSession)],
    [
      'GET',
      /^\/session$/,
      () => {
        if (!state.session) {
          throw new Refused({ status: 401, code: 'session.missing' });
        }
        return state.session;
      },
    ],
    [
      'POST',
      /^\/session$/,
      ({ body }) => {
        if (body['password'] !== 'secret') {
          throw new Refused({ status: 401, code: 'session.wrong_credentials' });
        }
        if (body['email'] === 'totp@romashka.example' && !body['code']) {
          throw new Refused({ status: 401, code: 'session.code_needed' });
        }
        return (state.session = fakeSession);
      },
    ],
    ['DELETE', /^\/session$/, () => void (state.session = null)],
    ['PATCH', /^\/me$/, ({ body }) => ({ ...fakeSession.user, ...body })],
    [
      'GET',
      /^\/views$/,
      () => ({
        items: ['mine', 'unassigned', 'open', 'solved'].map((key, position) => ({
          id: `v-${key}`,
          key,
          name: null,
          count: null,
          position,
        })),
        next: null,
      }),
    ],
    ['GET', /^\/views\/counts$/, () => ({ counts: counts() })],
    ['GET', /^\/tickets$/, ({ query }) => list(query)],
    [
      'POST',
      /^\/tickets$/,
      ({ body }) => {
        const made = {
          ...seedTicket(0),
          id: `new-${tickets.length}`,
          number: 1101 + tickets.length,
          subject: String(body['subject']),
          updatedAt: new Date().toISOString(),
        };
        tickets.unshift(made);
        return made;
      },
    ],
    ['GET', /^\/tickets\/([^/]+)$/, ({ match }) => find(match[1])],
    ['PATCH', /^\/tickets\/([^/]+)$/, ({ match, body }) => change(find(match[1]), body)],
    [
      'GET',
      /^\/tickets\/([^/]+)\/messages$/,
      ({ match, query }) => page(messagesOf(find(match[1])), query),
    ],
    ['POST', /^\/tickets\/([^/]+)\/messages$/, write],
    [
      'GET',
      /^\/tickets\/([^/]+)\/events$/,
      ({ match, query }) => page(eventsOf(find(match[1])), query),
    ],
    [
      'GET',
      /^\/people$/,
      ({ query }) =>
        page(
          seedPeople.filter((person) =>
            person.name.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
          ),
          query,
        ),
    ],
    [
      'GET',
      /^\/people\/([^/]+)$/,
      ({ match }) => seedPeople.find((person) => person.id === match[1]) ?? seedPeople[0],
    ],
    ...fakeSettings,
  ];

  const answer = (method: string, url: URL, body: Record<string, unknown>): Response => {
    const path = url.pathname.replace(/^\/api\/v1/, '');
    calls.push({ method, path, body });
    const refusal = broken.get(`${method} ${path}`);
    if (refusal) {
      throw new Refused(refusal);
    }
    for (const [verb, pattern, handler] of routes) {
      const match = verb === method ? pattern.exec(path) : null;
      if (match) {
        const given = handler({ match, query: url.searchParams, body });
        return given === undefined ? new Response(null, { status: 204 }) : Response.json(given);
      }
    }
    throw new Refused({ status: 404, code: 'route.not_found' });
  };

  const transport: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://otklik.example');
    const text = typeof init?.body === 'string' ? init.body : '';
    try {
      return answer(init?.method ?? 'GET', url, text ? JSON.parse(text) : {});
    } catch (error) {
      if (error instanceof Refused) {
        const { status, ...rest } = error.refusal;
        return Response.json({ status, ...rest }, { status });
      }
      throw error;
    }
  };
  return {
    transport,
    tickets,
    calls,
    refuse: (what: string, refusal: Refusal) => broken.set(what, refusal),
    mend: (what: string) => broken.delete(what),
  };
}
