import type { Person } from './company.ts';
import { fresh, type Things } from './route-things.ts';

type Sample = {
  readonly path?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
};
type SampleOf = (things: Things) => Sample | Promise<Sample>;

const newMacro = () => ({ name: `Macro ${fresh()}`, acts: { addTags: ['macro'] } });

const made = async (administrator: Pick<Person, 'call'>): Promise<string> =>
  (await administrator.call('POST /macros', newMacro())).body.id;

export const samplesOfMacros: Readonly<Record<string, SampleOf>> = {
  'GET /macros': () => ({}),
  'POST /macros': () => ({ body: newMacro() }),
  'PATCH /macros/:macroId': async ({ administrator }) => ({
    path: { macroId: await made(administrator) },
    body: { name: `Macro ${fresh()}` },
  }),
  'DELETE /macros/:macroId': async ({ administrator }) => ({
    path: { macroId: await made(administrator) },
  }),
  'GET /tickets/:ticketId/macros': ({ ticket }) => ({ path: { ticketId: ticket } }),
  'POST /tickets/:ticketId/macros/:macroId': async ({ administrator, ticket }) => ({
    path: { ticketId: ticket, macroId: await made(administrator) },
  }),
  'POST /macro-runs/:runId/undo': async ({ administrator, ticket }) => {
    const macroId = await made(administrator);
    const { body } = await administrator.call(`POST /tickets/${ticket}/macros/${macroId}`, {});
    return { path: { runId: body.runId as string } };
  },
};
