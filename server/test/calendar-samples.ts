import type { Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

let made = 0;
const calendar = () => {
  made += 1;
  return { name: `Calendar ${made}`, zone: 'UTC', week: { mon: [['09:00', '18:00']] } };
};
const own = async ({ administrator }: Things): Promise<{ calendarId: string }> => {
  const { body } = await administrator.call('POST /calendars', calendar());
  return { calendarId: body.id as string };
};
const holiday = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20270101', 'END:VEVENT'];

export const samplesOfCalendars: Readonly<Record<string, SampleOf>> = {
  'GET /calendars': () => ({}),
  'POST /calendars': () => ({ body: calendar() }),
  'GET /calendars/:calendarId': async (things) => ({ path: await own(things) }),
  'PATCH /calendars/:calendarId': async (things) => ({
    path: await own(things),
    body: { days: { '01-01': { kind: 'off', name: 'New Year' } } },
  }),
  'DELETE /calendars/:calendarId': async (things) => ({ path: await own(things) }),
  'GET /calendars/:calendarId/days': async (things) => ({
    path: await own(things),
    query: { year: '2026' },
  }),
  'GET /calendars/:calendarId/export': async (things) => ({ path: await own(things) }),
  'POST /calendars/:calendarId/import': async (things) => ({
    path: await own(things),
    body: { content: [...holiday, 'END:VCALENDAR'].join('\r\n'), apply: true },
  }),
};

const policy = () => {
  made += 1;
  return { name: `Policy ${made}`, terms: { targets: { resolution: { minutes: 60 } } } };
};
const promised = async ({ administrator }: Things): Promise<{ policyId: string }> => {
  const { body } = await administrator.call('POST /sla-policies', policy());
  return { policyId: body.id as string };
};

const absence = { kind: 'vacation', from: '2027-05-04', to: '2027-05-09' };
const absent = async (
  { administrator, company, agent }: Things,
  more: object = {},
): Promise<{ absenceId: string }> => {
  const { id } = await company.hire('agent');
  const asked = { ...absence, userId: id, substituteId: agent.id, ...more };
  const { body } = await administrator.call('POST /absences', asked);
  return { absenceId: body.id as string };
};
const rota = ({ agent, team }: Things) => ({
  teamId: team,
  userIds: [agent.id],
  hours: { zone: 'UTC', week: { sat: [['00:00', '24:00']] } },
});
const onDuty = async (things: Things): Promise<{ dutyId: string }> => {
  const { body } = await things.administrator.call('POST /duty', rota(things));
  return { dutyId: body.id as string };
};

export const samplesOfAvailability: Readonly<Record<string, SampleOf>> = {
  'GET /absences': ({ agent }) => ({ query: { user: agent.id } }),
  'POST /absences': async ({ company, agent }) => ({
    body: { ...absence, userId: (await company.hire('agent')).id, substituteId: agent.id },
  }),
  'PATCH /absences/:absenceId': async (things) => ({
    path: await absent(things),
    body: { to: '2027-05-20', substituteId: things.agent.id },
  }),
  'POST /absences/:absenceId/end': async (things) => ({
    path: await absent(things, { from: undefined }),
  }),
  'DELETE /absences/:absenceId': async (things) => ({ path: await absent(things) }),
  'GET /absences/:absenceId/tickets': async (things) => ({ path: await absent(things) }),
  'GET /schedules': () => ({}),
  'PUT /schedules/:userId': async (things) => ({
    path: { userId: things.agent.id },
    body: await own(things),
  }),
  'GET /duty': () => ({}),
  'GET /duty/turns': () => ({
    query: { from: '2027-05-01T00:00:00Z', to: '2027-05-08T00:00:00Z' },
  }),
  'POST /duty': (things) => ({ body: rota(things) }),
  'PATCH /duty/:dutyId': async (things) => ({
    path: await onDuty(things),
    body: { userIds: [things.agent.id], teamId: things.team },
  }),
  'DELETE /duty/:dutyId': async (things) => ({ path: await onDuty(things) }),
  'GET /availability': () => ({}),
  'PUT /availability/me': () => ({ body: { state: 'available' } }),
};

const draft = {
  policyId: null,
  condition: { all: [] },
  terms: { targets: { resolution: { minutes: 60 } } },
  calendarId: null,
  byTeam: false,
};

export const samplesOfSla: Readonly<Record<string, SampleOf>> = {
  'GET /sla-policies/:policyId/tickets': async (things) => ({ path: await promised(things) }),
  'GET /sla-policies': () => ({}),
  'POST /sla-policies': () => ({ body: policy() }),
  'PUT /sla-policies/order': async (things) => {
    const { policyId } = await promised(things);
    return { body: { ids: [policyId] } };
  },
  'PATCH /sla-policies/:policyId': async (things) => ({
    path: await promised(things),
    body: { active: false },
  }),
  'DELETE /sla-policies/:policyId': async (things) => ({ path: await promised(things) }),
  'POST /sla-previews': () => ({ body: { draft: { policy: draft } } }),
  'GET /sla-previews/:previewId': async ({ administrator }) => {
    const asked = { draft: { policy: draft } };
    const { body } = await administrator.call('POST /sla-previews', asked);
    return { path: { previewId: body.previewId as string } };
  },
  'GET /tickets/:ticketId/clocks': ({ ticket }) => ({ path: { ticketId: ticket } }),
};
