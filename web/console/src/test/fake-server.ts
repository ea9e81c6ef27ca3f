import type { Session } from '../lib/api-types.ts';
import { accountRoutes } from './fake-accounts.ts';
import { fakeAutomation } from './fake-automation.data.ts';
import { fakeSettings } from './fake-settings.data.ts';
import { fakeStaff } from './fake-staff.data.ts';
import { FakeState, fakeSession, Refused, type FakeRoute, type Refusal } from './fake-state.ts';
import { composerRoutes } from './fake-composer.ts';
import { guideRoutes } from './fake-guide.ts';
import { ticketRoutes } from './fake-tickets.ts';

type Options = { tickets?: number; session?: Session | null; setupNeeded?: boolean };

const bodyOf = (init: RequestInit | undefined): Record<string, unknown> =>
  typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};

/** An in-memory Otklik for component tests and for building screens without a server. */
export function makeFakeServer(options: Options = {}) {
  const state = new FakeState(
    options.tickets ?? 30,
    options.session === undefined ? fakeSession : options.session,
  );
  const calls: {
    method: string;
    path: string;
    query: string;
    body: Record<string, unknown>;
    key: string | null;
  }[] = [];
  const broken = new Map<string, Refusal>();
  const fixed = new Map<string, unknown>();
  const silent = new Set<string>();
  const routes: FakeRoute[] = [
    ...accountRoutes(state, options.setupNeeded ?? false),
    ...ticketRoutes(state),
    ...composerRoutes,
    ...guideRoutes(),
    ...fakeSettings,
    ...fakeAutomation,
    ...fakeStaff,
  ];

  function answer(method: string, url: URL, body: Record<string, unknown>): Response {
    const path = url.pathname.replace(/^\/api\/v1/, '');
    const refusal = broken.get(`${method} ${path}`);
    if (refusal) {
      throw new Refused(refusal);
    }
    if (fixed.has(`${method} ${path}`)) {
      return Response.json(fixed.get(`${method} ${path}`));
    }
    for (const [verb, pattern, handle] of routes) {
      const match = verb === method ? pattern.exec(path) : null;
      if (match) {
        const given = handle({ match, query: url.searchParams, body });
        return given === undefined ? new Response(null, { status: 204 }) : Response.json(given);
      }
    }
    throw new Refused({ status: 404, code: 'route.not_found' });
  }

  const transport: typeof fetch = async (input, init) => {
    const url = new URL(String(input), 'http://otklik.example');
    const method = init?.method ?? 'GET';
    const body = bodyOf(init);
    const key = new Headers(init?.headers).get('idempotency-key');
    calls.push({
      method,
      path: url.pathname.replace(/^\/api\/v1/, ''),
      query: url.search,
      body,
      key,
    });
    if (silent.has(`${method} ${url.pathname.replace(/^\/api\/v1/, '')}`)) {
      return new Promise(() => undefined);
    }
    try {
      return answer(method, url, body);
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
    state,
    calls,
    /** From now on `what` ("POST /tickets") is refused. */
    refuse: (what: string, refusal: Refusal) => broken.set(what, refusal),
    mend: (what: string) => broken.delete(what),
    /** From now on `what` is answered with this. */
    give: (what: string, body: unknown) => fixed.set(what, body),
    /** From now on `what` is never answered. */
    silence: (what: string) => silent.add(what),
  };
}
