import type { Person } from './company.ts';
import { created, fresh, type Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly status?: number;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

const newRule = () => ({
  name: `Rule ${fresh()}`,
  enabled: false,
  trigger: { on: ['opened'] },
  condition: { all: [] },
  actions: [{ kind: 'priority', value: 'high' }],
});
const rule = async (by: Person) => (await created(by.call('POST /rules', newRule()))).id as string;
const named: SampleOf = async ({ administrator }) => ({
  path: { ruleId: await rule(administrator) },
});
const nothing: SampleOf = () => ({});

export const samplesOfRules: Readonly<Record<string, SampleOf>> = {
  'GET /rules': nothing,
  'POST /rules': () => ({ body: newRule() }),
  'PUT /rules/order': async ({ administrator }) => ({ body: { ids: [await rule(administrator)] } }),
  'POST /rules/secret': nothing,
  'GET /rules/effects': nothing,
  // Nothing has failed here.
  'POST /rules/effects/:effectId/replay': () => ({
    path: { effectId: '01900000-0000-7000-8000-00000000dead' },
    status: 404,
  }),
  'PATCH /rules/:ruleId': async ({ administrator }) => ({
    path: { ruleId: await rule(administrator) },
    body: { name: `Rule ${fresh()}` },
  }),
  'DELETE /rules/:ruleId': named,
  'GET /rules/:ruleId/versions': named,
  'POST /rules/:ruleId/roll-back': async ({ administrator }) => ({
    path: { ruleId: await rule(administrator) },
    body: { to: 1 },
  }),
  'GET /rules/:ruleId/uses': named,
};
