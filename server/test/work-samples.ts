import type { Person } from './company.ts';
import { created, newTicket, type Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

const nothing: SampleOf = () => ({});
const tomorrow = '2027-01-01T09:00:00Z';

/** What is done with tickets beside answering them. */
export const samplesOfWork: Readonly<Record<string, SampleOf>> = {
  'POST /tickets/:ticketId/merge': async ({ administrator }) => ({
    path: { ticketId: await ticket(administrator) },
    body: { into: await ticket(administrator) },
  }),
  'POST /tickets/:ticketId/split': async ({ administrator }) => {
    const ticketId = await ticket(administrator);
    return { path: { ticketId }, body: { messageIds: [await note(administrator, ticketId)] } };
  },
  'POST /tickets/:ticketId/moves/:moveId/undo': async ({ administrator }) => {
    const ticketId = await ticket(administrator);
    const into = await ticket(administrator);
    const { body } = await administrator.call(`POST /tickets/${ticketId}/merge`, { into });
    return { path: { ticketId, moveId: body.moveId as string } };
  },
  'GET /tickets/:ticketId/related': ({ ticket: ticketId }) => ({ path: { ticketId } }),
  'POST /tickets/:ticketId/links': async ({ administrator }) => ({
    path: { ticketId: await ticket(administrator) },
    body: { kind: 'related', ticket: await ticket(administrator) },
  }),
  'DELETE /tickets/:ticketId/links/:linkId': async ({ administrator }) => {
    const ticketId = await ticket(administrator);
    const body = { kind: 'parent', ticket: await ticket(administrator) };
    return {
      path: { ticketId, linkId: await made(administrator, `/tickets/${ticketId}/links`, body) },
    };
  },
  'PUT /tickets/:ticketId/snooze': async ({ administrator }) => ({
    path: { ticketId: await ticket(administrator) },
    body: { until: tomorrow },
  }),
  'DELETE /tickets/:ticketId/snooze': async ({ administrator }) => ({
    path: { ticketId: await ticket(administrator) },
  }),
  'GET /reminders': nothing,
  'POST /reminders': ({ ticket: ticketId }) => ({
    body: { ticketId, kind: 'call', at: tomorrow, note: 'Call', phone: '+7 900 000-00-00' },
  }),
  'PATCH /reminders/:reminderId': async ({ administrator }) => ({
    path: { reminderId: await made(administrator, '/reminders', { at: tomorrow }) },
    body: { done: true },
  }),
  'DELETE /reminders/:reminderId': async ({ administrator }) => ({
    path: { reminderId: await made(administrator, '/reminders', { at: tomorrow }) },
  }),
  'GET /tickets/:ticketId/time': ({ ticket: ticketId }) => ({ path: { ticketId } }),
  'POST /tickets/:ticketId/time': ({ ticket: ticketId, agent }) => ({
    path: { ticketId },
    body: { minutes: 5, note: 'On the phone', userId: agent.id },
  }),
  'PATCH /time/:entryId': async ({ administrator, ticket: ticketId }) => ({
    path: { entryId: await made(administrator, `/tickets/${ticketId}/time`, { minutes: 5 }) },
    body: { minutes: 6 },
  }),
  'DELETE /time/:entryId': async ({ administrator, ticket: ticketId }) => ({
    path: { entryId: await made(administrator, `/tickets/${ticketId}/time`, { minutes: 5 }) },
  }),
  'GET /timer': nothing,
  'PUT /timer': ({ ticket: ticketId }) => ({ body: { ticketId } }),
  'POST /timer/stop': async ({ administrator, ticket: ticketId }) => {
    await administrator.call('PUT /timer', { ticketId });
    return { body: { note: 'Done' } };
  },
  'GET /time/rates': nothing,
  'PUT /time/rates': ({ role }) => ({
    body: { currency: 'RUB', hourly: '600', roles: [{ roleId: role, hourly: '1200.50' }] },
  }),
  'GET /tickets/export': nothing,
  'GET /time/export': () => ({ query: { from: '2026-01-01T00:00:00Z', to: tomorrow } }),
};

const ticket = (by: Person): Promise<string> => made(by, '/tickets', newTicket());

const note = (by: Person, ticketId: string): Promise<string> =>
  made(by, `/tickets/${ticketId}/messages`, { body: 'Another matter', visibility: 'internal' });

async function made(by: Person, path: `/${string}`, body: object): Promise<string> {
  return (await created(by.call(`POST ${path}`, body))).id as string;
}
