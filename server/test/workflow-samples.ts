import type { Person } from './company.ts';
import { created, fresh, type Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

const newStatus = () => ({ type: 'change', class: 'open', name: `Status ${fresh()}` });
const newField = () => ({ name: `field_${fresh()}`, kind: 'text', label: 'Serial number' });
const newChecklist = () => ({ name: `List ${fresh()}`, steps: ['Look', 'Listen'] });

const made = async (by: Person, at: `POST /${string}`, body: object) =>
  (await created(by.call(at, body))).id as string;
const nothing: SampleOf = () => ({});
const inTicket: SampleOf = ({ ticket }) => ({ path: { ticketId: ticket } });
const status = async ({ administrator }: Things) => ({
  statusId: await made(administrator, 'POST /statuses', newStatus()),
});
const field = async ({ administrator }: Things) => ({
  fieldId: await made(administrator, 'POST /fields', newField()),
});
const checklist = async ({ administrator }: Things) => ({
  checklistId: await made(administrator, 'POST /checklists', newChecklist()),
});
const task = async ({ administrator, ticket }: Things) => ({
  taskId: await made(administrator, `POST /tickets/${ticket}/tasks`, { text: 'Call back' }),
});

export const samplesOfWorkflow: Readonly<Record<string, SampleOf>> = {
  'GET /statuses': nothing,
  'POST /statuses': () => ({ body: newStatus() }),
  'PUT /statuses/order': async (things) => ({ body: { ids: [(await status(things)).statusId] } }),
  'GET /statuses/:statusId/tickets': async (things) => ({ path: await status(things) }),
  'PATCH /statuses/:statusId': async (things) => ({
    path: await status(things),
    body: { name: `Status ${fresh()}` },
  }),
  'POST /statuses/:statusId/removal': async (things) => ({
    path: await status(things),
    body: { moveTo: (await status(things)).statusId },
  }),
  'GET /workflows': nothing,
  'PUT /workflows/:type': () => ({
    path: { type: 'problem' },
    body: { transitions: null, required: [] },
  }),
  'GET /fields': nothing,
  'POST /fields': () => ({ body: newField() }),
  'PATCH /fields/:fieldId': async (things) => ({
    path: await field(things),
    body: { label: 'Number' },
  }),
  'DELETE /fields/:fieldId': async (things) => ({ path: await field(things) }),
  'GET /checklists': nothing,
  'POST /checklists': ({ category }) => ({ body: { ...newChecklist(), categoryIds: [category] } }),
  'PATCH /checklists/:checklistId': async (things) => ({
    path: await checklist(things),
    body: { steps: ['Look'], categoryIds: [things.category] },
  }),
  'DELETE /checklists/:checklistId': async (things) => ({ path: await checklist(things) }),
  'GET /tickets/:ticketId/steps': inTicket,
  'GET /tickets/:ticketId/tasks': inTicket,
  'POST /tickets/:ticketId/tasks': ({ ticket, agent, team }) => ({
    path: { ticketId: ticket },
    body: { text: 'Call back', assigneeId: agent.id, teamId: team },
  }),
  'POST /tickets/:ticketId/checklists': async (things) => ({
    path: { ticketId: things.ticket },
    body: await checklist(things),
  }),
  'GET /tasks': nothing,
  'PATCH /tasks/:taskId': async (things) => ({
    path: await task(things),
    body: { done: true, assigneeId: things.agent.id, teamId: things.team },
  }),
  'POST /tickets/:ticketId/tasks/:taskId/restoration': async (things) => {
    const { taskId } = await task(things);
    await things.administrator.call(`DELETE /tasks/${taskId}`);
    return { path: { ticketId: things.ticket, taskId } };
  },
  'DELETE /tasks/:taskId': async (things) => ({ path: await task(things) }),
};
