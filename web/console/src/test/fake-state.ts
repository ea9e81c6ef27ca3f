import type { Message, Session, Ticket, TicketEvent } from '../lib/api-types.ts';
import { categories, seedEvents, seedMessages, seedTicket, teams, users } from './seed.data.ts';

export type Call = {
  match: RegExpExecArray;
  query: URLSearchParams;
  body: Record<string, unknown>;
};
export type FakeRoute = [method: string, path: RegExp, handle: (call: Call) => unknown];
export type Refusal = {
  status: number;
  code: string;
  detail?: string;
  errors?: { field: string; code: string }[];
};

export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

const verbs = (subjects: string[], names: string[]) =>
  subjects.flatMap((subject) => names.map((name) => `${subject}.${name}`));

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
    ...verbs(['ticket'], ['read', 'create', 'reply', 'note', 'assign', 'change']),
    ...verbs(['person', 'organization', 'channel', 'letter', 'user'], ['read', 'change']),
    ...verbs(['team', 'role', 'category', 'workspace', 'sla', 'rule', 'template'], ['change']),
    ...verbs(['routing', 'availability'], ['change']),
    ...verbs(['time'], ['log', 'change', 'cost']),
    'token.own',
    'audit.read',
  ],
  totp: { enabled: false, required: false },
  expiresAt: '2027-01-01T00:00:00Z',
};

export function pageOf<T>(items: T[], query: URLSearchParams) {
  const from = Number(query.get('after') ?? 0);
  const to = from + Number(query.get('limit') ?? 50);
  return { items: items.slice(from, to), next: to < items.length ? String(to) : null };
}

const refIn = (list: { id: string; name: string }[], id: unknown) =>
  list.find((each) => each.id === id) ?? null;

/** Everything the in-memory server remembers. */
export class FakeState {
  readonly tickets: Ticket[];
  session: Session | null;
  readonly #messages = new Map<string, Message[]>();
  readonly #events = new Map<string, TicketEvent[]>();

  constructor(tickets: number, session: Session | null) {
    this.tickets = Array.from({ length: tickets }, (_, at) => seedTicket(at));
    this.session = session;
  }

  find(id: string | undefined): Ticket {
    const found = this.tickets.find((ticket) => ticket.id === id || String(ticket.number) === id);
    if (!found) {
      throw new Refused({ status: 404, code: 'ticket.not_found' });
    }
    return found;
  }

  messagesOf(ticket: Ticket): Message[] {
    const known = this.#messages.get(ticket.id) ?? seedMessages(ticket);
    this.#messages.set(ticket.id, known);
    return known;
  }

  eventsOf(ticket: Ticket): TicketEvent[] {
    const known = this.#events.get(ticket.id) ?? seedEvents(ticket);
    this.#events.set(ticket.id, known);
    return known;
  }

  addMessage(ticket: Ticket, message: Message): void {
    this.#messages.set(ticket.id, [...this.messagesOf(ticket), message]);
  }

  change(ticket: Ticket, patch: Record<string, unknown>): Ticket {
    const { assigneeId, teamId, categoryId, version, ...plain } = patch;
    if (version !== undefined && version !== ticket.version) {
      throw new Refused({ status: 409, code: 'version.conflict' });
    }
    const next: Ticket = {
      ...ticket,
      ...plain,
      version: ticket.version + 1,
      updatedAt: new Date().toISOString(),
      assignee: assigneeId === undefined ? ticket.assignee : refIn(users, assigneeId),
      team: teamId === undefined ? ticket.team : refIn(teams, teamId),
      category: categoryId === undefined ? ticket.category : refIn(categories, categoryId),
    };
    this.tickets.splice(this.tickets.indexOf(ticket), 1, next);
    return next;
  }
}
