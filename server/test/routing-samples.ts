import type { Person } from './company.ts';
import { created, fresh, type Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

const newRule = (team: string) => ({
  name: `Routing ${fresh()}`,
  enabled: false,
  condition: { all: [] },
  steps: [{ teamId: team, way: 'round_robin' }],
});
const rule = async ({ administrator, team }: Things) =>
  (await created(administrator.call('POST /routing-rules', newRule(team)))).id as string;
const skill = async (by: Person) =>
  (await created(by.call('POST /skills', { name: `Skill ${fresh()}` }))).id as string;
const nothing: SampleOf = () => ({});
const ofSkill: SampleOf = async ({ administrator }) => ({
  path: { skillId: await skill(administrator) },
});

export const samplesOfRouting: Readonly<Record<string, SampleOf>> = {
  'GET /routing-rules': nothing,
  'POST /routing-rules': ({ team }) => ({ body: newRule(team) }),
  'PUT /routing-rules/order': async (things) => ({ body: { ids: [await rule(things)] } }),
  'POST /routing-rules/preview': ({ team, ticket }) => ({
    body: { ticketId: ticket, draft: newRule(team) },
  }),
  'PATCH /routing-rules/:ruleId': async (things) => ({
    path: { ruleId: await rule(things) },
    body: { name: `Routing ${fresh()}` },
  }),
  'DELETE /routing-rules/:ruleId': async (things) => ({ path: { ruleId: await rule(things) } }),
  'GET /skills': nothing,
  'POST /skills': () => ({ body: { name: `Skill ${fresh()}` } }),
  'PATCH /skills/:skillId': async (things) => ({
    ...(await ofSkill(things)),
    body: { name: `Skill ${fresh()}` },
  }),
  'DELETE /skills/:skillId': ofSkill,
  'GET /routing-agents': nothing,
  'GET /routing-agents/full': nothing,
  'PATCH /routing-agents/:userId': ({ agent }) => ({
    path: { userId: agent.id },
    body: { capacity: 12 },
  }),
  'GET /routing-queue': nothing,
  'GET /tickets/:ticketId/routing': ({ ticket }) => ({ path: { ticketId: ticket } }),
};
