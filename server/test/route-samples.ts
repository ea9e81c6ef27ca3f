import { TOTP } from 'otpauth';
import { password } from './company.ts';
import { samplesOfAvailability, samplesOfCalendars, samplesOfSla } from './calendar-samples.ts';
import { samplesOfCustomers } from './customer-samples.ts';
import { samplesOfForms } from './form-samples.ts';
import { samplesOfMacros } from './macro-samples.ts';
import { samplesOfApprovals } from './approval-samples.ts';
import { samplesOfRecurring } from './recurring-samples.ts';
import { samplesOfRouting } from './routing-samples.ts';
import { samplesOfNotifications } from './notification-samples.ts';
import { samplesOfRules } from './rule-samples.ts';
import { samplesOfLab } from './lab-samples.ts';
import { samplesOfRemovals } from './removal-samples.ts';
import { samplesOfWork } from './work-samples.ts';
import { samplesOfWorkflow } from './workflow-samples.ts';
import {
  created,
  failedAnswer,
  fresh,
  mailbox,
  newTicket,
  setAside,
  uploaded,
  type Things,
} from './route-things.ts';

/** A request that succeeds, made anew for each use, since it may use up what it names. */
export type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>> | string;
  /** Who asks, when it must not be the administrator that the other samples need. */
  readonly as?: { call: Things['administrator']['call'] };
  /** When success is not the route's own status: the world behind it is not there. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

export type SampleOf = (things: Things) => Sample | Promise<Sample>;

const nothing: SampleOf = () => ({});
const inTicket: SampleOf = ({ ticket }) => ({ path: { ticketId: ticket } });

const ofIdentity: Record<string, SampleOf> = {
  'GET /setup': nothing,
  'POST /setup': () => ({
    body: {
      company: 'Second',
      locale: 'en',
      timeZone: 'Europe/Moscow',
      administrator: { name: 'Eve', email: 'eve@second.test', password },
    },
    status: 409,
  }),
  'POST /session': async ({ company }) => ({
    body: { email: (await company.hire('agent')).email, password, workspace: company.slug },
    headers: { 'x-forwarded-for': '10.9.9.9' },
  }),
  'GET /session': nothing,
  'DELETE /session': newcomer(),
  'GET /sessions': nothing,
  'DELETE /sessions': newcomer(),
  'DELETE /sessions/:id': async ({ company }) => {
    const as = await company.hire('agent');
    const { body } = await as.call('GET /sessions');
    return { as, path: { id: body.items[0].id as string } };
  },
  'PATCH /me': newcomer({ name: 'Anya' }),
  'PUT /me/password': newcomer({ current: password, next: 'подснежник в сугробе' }),
  'POST /totp': newcomer({ password }),
  'POST /totp/confirm': async ({ company, world }) => {
    const as = await company.hire('agent');
    const { body } = await as.call('POST /totp', { password });
    const code = new TOTP({ secret: body.secret as string }).generate({
      timestamp: world.clock.now().getTime(),
    });
    return { as, body: { code } };
  },
  'DELETE /totp': newcomer({ password }),
  'GET /tokens': nothing,
  'POST /tokens': () => ({ body: { name: 'Robot', scopes: ['ticket.read'] } }),
  'DELETE /tokens/:id': async ({ administrator }) => ({
    path: await made(administrator, 'POST /tokens', { name: 'Robot', scopes: ['ticket.read'] }),
  }),
  'GET /users': nothing,
  'POST /users': ({ role, team }) => ({
    body: { name: 'Boris', email: `${fresh()}@user.test`, roleId: role, teamIds: [team], password },
  }),
  'PATCH /users/:id': async ({ company, role, team }) => ({
    path: { id: (await company.hire('agent')).id },
    body: { version: 1, name: 'Borya', roleId: role, teamIds: [team] },
  }),
  'GET /teams': nothing,
  'POST /teams': ({ agent }) => ({ body: { name: `Team ${fresh()}`, memberIds: [agent.id] } }),
  'PATCH /teams/:id': async ({ administrator, agent }) => ({
    path: await made(administrator, 'POST /teams', { name: `Team ${fresh()}`, memberIds: [] }),
    body: { version: 1, name: `Team ${fresh()}`, memberIds: [agent.id] },
  }),
  'DELETE /teams/:id': async ({ administrator }) => ({
    path: await made(administrator, 'POST /teams', { name: `Team ${fresh()}`, memberIds: [] }),
  }),
  'GET /roles': nothing,
  'POST /roles': () => ({ body: ownRole() }),
  'PATCH /roles/:id': async ({ administrator }) => ({
    path: await made(administrator, 'POST /roles', ownRole()),
    body: { version: 1, name: `Role ${fresh()}` },
  }),
  'DELETE /roles/:id': async ({ administrator }) => ({
    path: await made(administrator, 'POST /roles', ownRole()),
  }),
  'GET /permissions': nothing,
  'GET /workspace': nothing,
  'PATCH /workspace': async ({ administrator }) => ({
    body: { version: await versionOf(administrator, '/workspace'), answersPerHour: 9 },
  }),
  'GET /audit': nothing,
  'GET /demo': nothing,
  'POST /demo': () => ({ body: { tickets: 50 } }),
  'DELETE /demo': nothing,
  'GET /guide': nothing,
  'PUT /guide/tours/:tour': () => ({
    path: { tour: 'agent' },
    body: { state: 'left', step: 2 },
  }),
  'PUT /guide/steps/:step': () => ({ path: { step: 'backup' }, body: { skipped: true } }),
};

const ofTickets: Record<string, SampleOf> = {
  'GET /tickets': ({ agent, team, person, organization, category, channel }) => ({
    query: { assignee: agent.id, team, requester: person, organization, category, channel },
  }),
  'POST /tickets': async ({ administrator, agent, team, person, category }) => ({
    body: {
      ...newTicket(),
      requester: { id: person },
      assigneeId: agent.id,
      teamId: team,
      categoryId: category,
      attachments: [await uploaded(administrator)],
    },
  }),
  'POST /tickets/matching': () => ({ body: { condition: { all: [] } } }),
  'GET /tickets/:ticketId': inTicket,
  'PATCH /tickets/:ticketId': ({ ticket, agent, team, category }) => ({
    path: { ticketId: ticket },
    body: { assigneeId: agent.id, teamId: team, categoryId: category, fields: { floor: 3 } },
  }),
  'PUT /tickets/:ticketId/spam': inTicket,
  'DELETE /tickets/:ticketId/spam': inTicket,
  'GET /tickets/:ticketId/messages': inTicket,
  'POST /tickets/:ticketId/messages': async ({ ticket, administrator }) => ({
    path: { ticketId: ticket },
    body: {
      body: 'Noted',
      visibility: 'internal',
      cc: ['colleague@there.test'],
      attachments: [await uploaded(administrator)],
    },
  }),
  'GET /tickets/:ticketId/messages/:messageId/frame': ({ letterTicket, letterMessage }) => ({
    path: { ticketId: letterTicket, messageId: letterMessage },
  }),
  'GET /tickets/:ticketId/events': inTicket,
  'PUT /tickets/:ticketId/followers/:userId': ({ ticket, agent }) => ({
    path: { ticketId: ticket, userId: agent.id },
  }),
  'DELETE /tickets/:ticketId/followers/:userId': ({ ticket, agent }) => ({
    path: { ticketId: ticket, userId: agent.id },
  }),
  'POST /files': () => ({ query: { name: 'a.txt' }, body: 'bytes', headers: bytes }),
  'GET /files/:fileId/content': ({ file }) => ({ path: { fileId: file } }),
  'GET /views': nothing,
  'GET /views/counts': nothing,
  'POST /views': ({ team }) => ({
    body: {
      ...savedView(),
      filter: { priority: ['high'] },
      sharing: 'team',
      teamId: team,
    },
  }),
  'PATCH /views/:viewId': async ({ administrator, team }) => {
    const { id } = await made(administrator, 'POST /views', savedView());
    return { path: { viewId: id }, body: { sharing: 'team', teamId: team } };
  },
  'DELETE /views/:viewId': async ({ administrator }) => ({
    path: { viewId: (await made(administrator, 'POST /views', savedView())).id },
  }),
  'GET /bulk-acts': nothing,
  'POST /bulk-acts': ({ ticket, agent, team, category }) => ({
    body: {
      tickets: { ids: [ticket] },
      changes: { assigneeId: agent.id, teamId: team, categoryId: category },
    },
  }),
  'GET /bulk-acts/:bulkActId': async (things) => ({ path: await bulkAct(things) }),
  'GET /bulk-acts/:bulkActId/tickets': async (things) => ({ path: await bulkAct(things) }),
  'POST /bulk-acts/:bulkActId/cancel': async (things) => ({ path: await bulkAct(things) }),
  'POST /bulk-acts/:bulkActId/undo': async (things) => {
    const path = await bulkAct(things);
    await things.world.settle();
    return { path };
  },
  'GET /tickets/:ticketId/drafts': inTicket,
  'PUT /tickets/:ticketId/drafts/:kind': async ({ ticket, administrator }) => ({
    path: { ticketId: ticket, kind: 'note' },
    body: { body: 'Half a tho', attachments: [await uploaded(administrator)] },
  }),
  'DELETE /tickets/:ticketId/messages/:messageId': async ({ administrator, letterTicket }) => ({
    path: {
      ticketId: letterTicket,
      messageId: (
        await made(administrator, `POST /tickets/${letterTicket}/messages`, {
          body: 'Too early',
          undoSeconds: 30,
        })
      ).id,
    },
  }),
  'GET /tickets/:ticketId/planned': inTicket,
  'POST /tickets/:ticketId/planned': async ({ ticket, administrator }) => ({
    path: { ticketId: ticket },
    body: {
      body: 'Tomorrow',
      sendAt: '2027-01-01T09:00:00Z',
      cc: ['colleague@there.test'],
      attachments: [await uploaded(administrator)],
    },
  }),
  'PATCH /tickets/:ticketId/planned/:plannedId': async (things) => ({
    path: await planned(things),
    body: { body: 'The day after', sendAt: '2027-01-02T09:00:00Z' },
  }),
  'DELETE /tickets/:ticketId/planned/:plannedId': async (things) => ({
    path: await planned(things),
  }),
  'PUT /tickets/:ticketId/presence': ({ ticket }) => ({
    path: { ticketId: ticket },
    body: { screen: 'window', doing: 'looking' },
  }),
  'GET /notices': nothing,
  'GET /notices/count': nothing,
  'POST /notices/read': ({ ticket }) => ({ body: { ticketId: ticket } }),
  ...samplesOfMacros,
  ...samplesOfWorkflow,
  'GET /templates': nothing,
  'POST /templates/preview': () => ({
    body: { text: { en: { body: 'Hello {{ customer.name }}' } } },
  }),
  'GET /tickets/:ticketId/templates': inTicket,
  'POST /templates': ({ team }) => ({ body: { ...newTemplate(), teamId: team } }),
  'PATCH /templates/:templateId': async ({ administrator, team }) => ({
    path: { templateId: (await made(administrator, 'POST /templates', newTemplate())).id },
    body: { name: `Template ${fresh()}`, teamId: team },
  }),
  'DELETE /templates/:templateId': async ({ administrator }) => ({
    path: { templateId: (await made(administrator, 'POST /templates', newTemplate())).id },
  }),
  'POST /templates/:templateId/use': async ({ administrator, ticket }) => ({
    path: { templateId: (await made(administrator, 'POST /templates', newTemplate())).id },
    body: { ticketId: ticket },
  }),
  'GET /signatures': nothing,
  'PUT /signatures/:team': ({ team }) => ({ path: { team }, body: { body: '{{ agent.name }}' } }),
  'DELETE /signatures/:team': async ({ team, administrator }) => {
    await administrator.call(`PUT /signatures/${team}`, { body: 'Yours' });
    return { path: { team } };
  },
  'GET /tickets/:ticketId/signature': inTicket,
  'GET /categories': nothing,
  'POST /categories': ({ category }) => ({
    body: { name: `Category ${fresh()}`, parentId: category },
  }),
  'PATCH /categories/:categoryId': async ({ administrator, category }) => {
    const path = await made(administrator, 'POST /categories', { name: `Category ${fresh()}` });
    return { path: { categoryId: path.id }, body: { parentId: category } };
  },
  'DELETE /categories/:categoryId': async ({ administrator }) => ({
    path: {
      categoryId: (await made(administrator, 'POST /categories', { name: `C ${fresh()}` })).id,
    },
  }),
  'GET /tags': nothing,
  'GET /stream': nothing,
  'GET /search': () => ({ query: { q: 'printer' } }),
};

const ofChannels: Record<string, SampleOf> = {
  'GET /channels': nothing,
  'POST /channels': ({ team }) => ({ body: { ...mailbox(), teamId: team } }),
  'GET /channels/:channelId': ({ channel }) => ({ path: { channelId: channel } }),
  'PATCH /channels/:channelId': ({ channel, team }) => ({
    path: { channelId: channel },
    body: { name: 'Letters', teamId: team },
  }),
  'DELETE /channels/:channelId': async ({ administrator }) => ({
    path: { channelId: (await made(administrator, 'POST /channels', mailbox())).id },
  }),
  'POST /channels/:channelId/import': async ({ administrator }) => ({
    path: { channelId: await activeMailbox(administrator) },
    body: { since: '2026-01-01T00:00:00Z' },
  }),
  'DELETE /channels/:channelId/import': async ({ administrator }) => {
    const channelId = await activeMailbox(administrator);
    await administrator.call(`POST /channels/${channelId}/import`, {
      since: '2026-01-01T00:00:00Z',
    });
    return { path: { channelId } };
  },
  'POST /channels/guess': () => ({ body: { address: 'anna@gmail.com' } }),
  'GET /channels/oauth/applications': nothing,
  'PUT /channels/oauth/applications/:provider': () => ({
    path: { provider: 'google' },
    body: { clientId: 'an application', clientSecret: 'its secret' },
  }),
  'POST /channels/oauth': async ({ administrator }) => {
    await administrator.call('PUT /channels/oauth/applications/google', { clientId: 'ours' });
    return { body: { provider: 'google' } };
  },
  'GET /channels/oauth/callback': () => ({ query: { state: 'of nobody', code: 'x' } }),
  'POST /channels/probe': ({ channel }) => ({
    body: {
      channelId: channel,
      settings: { imap: { host: '127.0.0.1', port: 1, security: 'none', password: 'p' } },
    },
  }),
  'GET /inbound': nothing,
  'GET /inbound/:inboundId': ({ inbound }) => ({ path: { inboundId: inbound } }),
  'GET /inbound/:inboundId/source': ({ inbound }) => ({ path: { inboundId: inbound } }),
  'POST /inbound/:inboundId/retry': async ({ world, company }) => ({
    path: { inboundId: await setAside(world, company) },
  }),
  'DELETE /inbound/:inboundId': async ({ world, company }) => ({
    path: { inboundId: await setAside(world, company) },
  }),
  'GET /tickets/:ticketId/messages/:messageId/source': ({ letterTicket, letterMessage }) => ({
    path: { ticketId: letterTicket, messageId: letterMessage },
  }),
  'POST /tickets/:ticketId/messages/:messageId/retry': async (things) => ({
    path: {
      ticketId: things.letterTicket,
      messageId: await failedAnswer(things.world, things.administrator, things.letterTicket),
    },
  }),
  'GET /outside-image': () => ({
    query: { url: 'http://127.0.0.1/picture.png', sig: 'made by nobody' },
    status: 403,
  }),
};

/** For every route of the product. A new route needs a line here: the generated tests refuse to run without. */
export const samples: Readonly<Record<string, SampleOf>> = {
  ...ofIdentity,
  ...samplesOfCustomers,
  ...ofTickets,
  ...samplesOfCalendars,
  ...samplesOfSla,
  ...samplesOfAvailability,
  ...samplesOfWork,
  ...samplesOfApprovals,
  ...samplesOfRecurring,
  ...samplesOfNotifications,
  ...samplesOfRules,
  ...samplesOfRouting,
  ...samplesOfLab,
  ...samplesOfRemovals,
  ...ofChannels,
  ...samplesOfForms,
};

const bytes = { 'content-type': 'application/octet-stream' };
const ownRole = () => ({ name: `Role ${fresh()}`, permissions: ['ticket.read'], scope: 'all' });

function newcomer(body?: Record<string, unknown>): SampleOf {
  return async ({ company }) => ({
    as: await company.hire('agent'),
    ...(body !== undefined && { body }),
  });
}

const newTemplate = () => ({
  name: `Template ${fresh()}`,
  text: { en: { body: 'Hello {{ requester.name }}' } },
});

async function planned({ administrator, ticket }: Things) {
  const asked = { body: 'Tomorrow', sendAt: '2027-01-01T09:00:00Z' };
  const { id } = await made(administrator, `POST /tickets/${ticket}/planned`, asked);
  return { ticketId: ticket, plannedId: id };
}

type Asking = Things['administrator'];

const savedView = () => ({ name: `View ${fresh()}`, filter: {} });

/** Over a ticket of its own, so that there is something to change and to take back. */
async function bulkAct({ administrator }: Things): Promise<{ bulkActId: string }> {
  const ticket = await made(administrator, 'POST /tickets', newTicket());
  const asked = { tickets: { ids: [ticket.id] }, changes: { priority: 'high' } };
  return { bulkActId: (await made(administrator, 'POST /bulk-acts', asked)).id };
}

async function made(by: Asking, at: `POST /${string}`, body: object): Promise<{ id: string }> {
  return { id: (await created(by.call(at, body))).id as string };
}

async function activeMailbox(by: Asking): Promise<string> {
  return (await made(by, 'POST /channels', { ...mailbox(), active: true })).id;
}

async function versionOf(by: Asking, path: `/${string}`): Promise<number> {
  return (await by.call(`GET ${path}`)).body.version as number;
}
