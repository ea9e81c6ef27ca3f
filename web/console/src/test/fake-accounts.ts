import { fakeSession, pageOf, Refused, type FakeRoute, type FakeState } from './fake-state.ts';
import { seedPeople } from './seed.data.ts';

function signIn(state: FakeState, body: Record<string, unknown>) {
  if (body['password'] !== 'secret') {
    throw new Refused({ status: 401, code: 'session.wrong_credentials' });
  }
  if (body['email'] === 'totp@romashka.example' && !body['code']) {
    throw new Refused({ status: 401, code: 'session.code_needed' });
  }
  state.session = fakeSession;
  return fakeSession;
}

function session(state: FakeState) {
  if (!state.session) {
    throw new Refused({ status: 401, code: 'session.missing' });
  }
  return state.session;
}

export const accountRoutes = (state: FakeState, setupNeeded: boolean): FakeRoute[] => [
  [
    'GET',
    /^\/setup$/,
    () => ({
      needed: setupNeeded,
      locale: 'ru',
      smtpAddress: 'support@localhost',
      smtpPort: 2525,
    }),
  ],
  [
    'POST',
    /^\/setup$/,
    () => {
      state.session = fakeSession;
      return fakeSession;
    },
  ],
  ['GET', /^\/session$/, () => session(state)],
  ['POST', /^\/session$/, ({ body }) => signIn(state, body)],
  [
    'DELETE',
    /^\/session$/,
    () => {
      state.session = null;
      return undefined;
    },
  ],
  ['PATCH', /^\/me$/, ({ body }) => ({ ...fakeSession.user, ...body })],
  [
    'GET',
    /^\/people$/,
    ({ query }) => {
      const typed = (query.get('q') ?? '').toLowerCase();
      return pageOf(
        seedPeople.filter((person) => person.name.toLowerCase().includes(typed)),
        query,
      );
    },
  ],
  [
    'GET',
    /^\/people\/([^/]+)$/,
    ({ match }) => seedPeople.find((person) => person.id === match[1]) ?? seedPeople[0],
  ],
];
