import type { SampleOf } from './route-samples.ts';
import { created, fresh, type Things } from './route-things.ts';

const newTemplate = (person: string) => ({
  name: `Ticket template ${fresh()}`,
  subject: 'Check of {{ occurrence.date | date: "day" }}',
  body: 'Look at the backups',
  requesterId: person,
});
const template = async ({ administrator, person }: Things): Promise<string> =>
  (await created(administrator.call('POST /ticket-templates', newTemplate(person)))).id as string;
const ofTemplate: SampleOf = async (things) => ({ path: { templateId: await template(things) } });

const schedule = { rrule: 'FREQ=DAILY', from: '2026-01-01', at: '09:00', zone: 'Europe/Moscow' };
const recurrence = async (things: Things): Promise<string> => {
  const asked = { ...schedule, templateId: await template(things) };
  return (await created(things.administrator.call('POST /recurrences', asked))).id as string;
};
const ofRecurrence: SampleOf = async (things) => ({
  path: { recurrenceId: await recurrence(things) },
});
const nothing: SampleOf = () => ({});

const steps = [{ id: 'a', text: 'Is it on?', answers: [{ text: 'Yes', next: null }], next: null }];
const script = async ({ administrator }: Things): Promise<string> =>
  (await created(administrator.call('POST /talk-scripts', { name: `Script ${fresh()}`, steps })))
    .id as string;

const ofIncidents = { all: [{ field: 'type', operator: 'in', values: ['incident'] }] };

const ofScripts: Readonly<Record<string, SampleOf>> = {
  'GET /talk-scripts': nothing,
  'POST /talk-scripts': () => ({
    body: { name: `Script ${fresh()}`, steps, condition: ofIncidents },
  }),
  'PATCH /talk-scripts/:scriptId': async (things) => ({
    path: { scriptId: await script(things) },
    body: { condition: ofIncidents },
  }),
  'DELETE /talk-scripts/:scriptId': async (things) => ({
    path: { scriptId: await script(things) },
  }),
  'GET /tickets/:ticketId/talk-scripts': ({ ticket }) => ({ path: { ticketId: ticket } }),
  'POST /tickets/:ticketId/talk-scripts/:scriptId/path': async (things) => ({
    path: { ticketId: things.ticket, scriptId: await script(things) },
    body: { taken: [{ step: 'a', answer: 0 }] },
  }),
};

export const samplesOfRecurring: Readonly<Record<string, SampleOf>> = {
  ...ofScripts,
  'GET /ticket-templates': nothing,
  'POST /ticket-templates': ({ person, team, category, agent }) => ({
    body: { ...newTemplate(person), teamId: team, categoryId: category, assigneeId: agent.id },
  }),
  'PATCH /ticket-templates/:templateId': async (things) => ({
    path: { templateId: await template(things) },
    body: { requesterId: things.person, teamId: things.team },
  }),
  'DELETE /ticket-templates/:templateId': ofTemplate,
  'POST /ticket-templates/:templateId/fill': async (things) => ({
    path: { templateId: await template(things) },
    body: { requesterId: things.person },
  }),
  'POST /ticket-templates/:templateId/open': ofTemplate,
  'GET /recurrences': nothing,
  'GET /recurrences/preview': () => ({ query: schedule }),
  'POST /recurrences': async (things) => ({
    body: { ...schedule, templateId: await template(things) },
  }),
  'PATCH /recurrences/:recurrenceId': async (things) => ({
    path: { recurrenceId: await recurrence(things) },
    body: { paused: true },
  }),
  'DELETE /recurrences/:recurrenceId': ofRecurrence,
  'GET /recurrences/:recurrenceId/runs': ofRecurrence,
  // Nothing was missed here.
  'POST /recurrences/:recurrenceId/runs/:on/open': async (things) => ({
    path: { recurrenceId: await recurrence(things), on: '2026-01-01' },
    status: 404,
  }),
};
