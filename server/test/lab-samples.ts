import type { Person } from './company.ts';
import { created, type Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly status?: number;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

const draft = () => ({
  days: 7,
  changes: [
    {
      setting: 'rule',
      id: null,
      version: null,
      definition: {
        name: 'Tried',
        enabled: true,
        trigger: { on: ['opened'] },
        condition: { all: [] },
        actions: [{ kind: 'priority', value: 'high' }],
      },
    },
  ],
});

const run = async (by: Person): Promise<string> =>
  (await created(by.call('POST /lab/runs', draft()))).id as string;
/** No more than a few may wait at once: each is stopped before the next begins. */
async function stopped(by: Person): Promise<string> {
  const runId = await run(by);
  await by.call(`POST /lab/runs/${runId}/cancel`, {});
  return runId;
}
const named: SampleOf = async ({ administrator }) => ({
  path: { runId: await stopped(administrator) },
});

export const samplesOfLab: Readonly<Record<string, SampleOf>> = {
  'GET /lab/runs': () => ({}),
  'POST /lab/runs': () => ({ body: draft() }),
  'GET /lab/runs/:runId': named,
  'GET /lab/runs/:runId/examples': named,
  'PATCH /lab/runs/:runId': async ({ administrator }) => ({
    path: { runId: await stopped(administrator) },
    body: { kept: true },
  }),
  'POST /lab/runs/:runId/cancel': named,
  // A run that was stopped has shown nothing to switch on.
  'POST /lab/runs/:runId/switch-on': async ({ administrator }) => ({
    path: { runId: await stopped(administrator) },
    status: 422,
  }),
  'DELETE /lab/runs/:runId': named,
};
