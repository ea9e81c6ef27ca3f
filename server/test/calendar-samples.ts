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

export const samplesOfAvailability: Readonly<Record<string, SampleOf>> = {
  'GET /availability': () => ({}),
  'PUT /availability/me': () => ({ body: { state: 'available' } }),
};

export const samplesOfSla: Readonly<Record<string, SampleOf>> = {
  'GET /sla-policies': () => ({}),
  'POST /sla-policies': () => ({ body: policy() }),
  'PATCH /sla-policies/:policyId': async (things) => ({
    path: await promised(things),
    body: { active: false },
  }),
  'DELETE /sla-policies/:policyId': async (things) => ({ path: await promised(things) }),
  'GET /tickets/:ticketId/clocks': ({ ticket }) => ({ path: { ticketId: ticket } }),
};
