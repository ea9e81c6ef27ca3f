import { created, fresh, type Things } from './route-things.ts';

type Sample = { readonly path?: Readonly<Record<string, string>> };

const removed = async ({ administrator: { call } }: Things): Promise<string> => {
  const { id } = await created(call('POST /skills', { name: `Skill ${fresh()}` }));
  return (await call(`DELETE /skills/${String(id)}`)).body.removalId as string;
};

export const samplesOfRemovals: Readonly<
  Record<string, (things: Things) => Sample | Promise<Sample>>
> = {
  'GET /removals': () => ({}),
  'POST /removals/:removalId/restore': async (things) => ({
    path: { removalId: await removed(things) },
  }),
};
