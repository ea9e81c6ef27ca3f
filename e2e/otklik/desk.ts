import type { Otklik } from './start-otklik.ts';

export type Answer<T> = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
};

/** One signed-in person over the API. */
export type Desk = {
  readonly cookie: string;
  /** `call('GET /tickets')`; never throws for a refusal. */
  ask<T = Record<string, unknown>>(what: string, body?: unknown): Promise<Answer<T>>;
  /** The body of an answer that has to be a success. */
  call<T = Record<string, unknown>>(what: string, body?: unknown): Promise<T>;
};

export const administrator = {
  name: 'Анна Лаврова',
  email: 'anna@company.test',
  password: 'ландыш под дождём',
};

export type TicketRow = {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly status: string;
  readonly version: number;
  readonly messageCount: number;
  readonly requester: { readonly email: string | null };
};

export type MessageRow = {
  readonly id: string;
  readonly direction: string;
  readonly text: string;
  readonly mail: null | { readonly messageId: string | null };
  readonly delivery: null | {
    readonly state: string;
    readonly code: string | null;
    readonly detail: string | null;
    readonly attempts: number;
    readonly nextAttemptAt: string | null;
  };
};

export type Page<T> = { readonly items: T[]; readonly next: string | null };

/** The first run over the API. */
export async function setUp(
  otklik: Pick<Otklik, 'url'>,
  locale: 'ru' | 'en' = 'ru',
): Promise<Desk> {
  const body = { company: 'Ромашка', locale, timeZone: 'Europe/Moscow', administrator };
  return deskFrom(otklik.url, '/setup', body);
}

export async function signIn(
  otklik: Pick<Otklik, 'url'>,
  { email, password }: { email: string; password: string } = administrator,
): Promise<Desk> {
  return deskFrom(otklik.url, '/session', { email, password });
}

async function deskFrom(url: string, path: string, body: unknown): Promise<Desk> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (!answer.ok || !cookie) {
    throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
  }
  return deskWith(url, cookie);
}

function deskWith(url: string, cookie: string): Desk {
  async function ask<T>(what: string, body?: unknown): Promise<Answer<T>> {
    const [method = 'GET', path = '/'] = what.split(' ');
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: (text === '' ? null : JSON.parse(text)) as T,
    };
  }
  return {
    cookie,
    ask,
    async call<T>(what: string, body?: unknown): Promise<T> {
      const answer = await ask<T>(what, body);
      if (answer.status >= 300) {
        throw new Error(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      return answer.body;
    },
  };
}

/** The ticket with this subject, or undefined. */
export async function ticketBySubject(desk: Desk, subject: string): Promise<TicketRow | undefined> {
  const { items } = await desk.call<Page<TicketRow>>('GET /tickets?limit=100');
  return items.find((ticket) => ticket.subject === subject);
}
