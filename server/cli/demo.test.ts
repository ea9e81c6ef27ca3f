import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../test/world.ts';
import { runDemoCommand } from './demo.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const { db, app } = world;
  const parts = { db, executor: app.executor, demo: app.demo, language: 'en' as const, write };
  return { code: await runDemoCommand(parts, args), said };
}

test('the demo company comes and goes from the terminal too', async () => {
  expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining('no workspace') });
  expect(await run('--what')).toMatchObject({ code: 2, said: expect.stringContaining('Usage') });
  const company = await world.found();
  // Asked for a small one already: the command goes on with that.
  await company.administrator.call('POST /demo', { tickets: 50 });
  const loaded = await run();
  expect(loaded).toMatchObject({ code: 0 });
  expect(loaded.said).toMatch(
    /^Loading the demo company… (\d0 % )+\nThe demo company is here\.\n$/,
  );
  expect((await company.administrator.call('GET /demo')).body.state).toBe('ready');
  expect(await run('--remove')).toMatchObject({ code: 0 });
  expect((await company.administrator.call('GET /demo')).body.state).toBe('absent');
  await world.found();
  expect(await run()).toMatchObject({ code: 1, said: expect.stringContaining('--workspace') });
  expect(await run('--remove', '--workspace', company.slug)).toMatchObject({ code: 0 });
});
