/**
 * A large company in a data folder of its own:
 *   node bench/generate.ts --data DIR --tickets 1000000
 * Repeating it goes on where it stopped; a folder that is full already is left as it is.
 */
import { parseArgs } from 'node:util';
import { fill, sizeOf } from './generate/fill.ts';
import { fillSearch } from './generate/fill-search.ts';
import { startInstance } from './otklik/instance.ts';
import { isSetUp, setUp } from './otklik/client.ts';

export async function generate(dataDir: string, tickets: number, tell: (text: string) => void) {
  // No worker: it would follow millions of facts while they are being made.
  const instance = await startInstance(dataDir, { OTKLIK_ROLES: 'web' });
  try {
    if (!(await isSetUp(instance.url))) {
      await setUp(instance.url);
    }
    await fill(instance.adminUrl, sizeOf(tickets), { dataDir, tell });
    await fillSearch(dataDir, tell);
  } finally {
    await instance.stop();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, tickets: { type: 'string', default: '1000000' } },
  });
  if (!values.data) {
    throw new Error('--data DIR says where the company is made');
  }
  const start = performance.now();
  const tell = (text: string) =>
    process.stderr.write(
      `${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${text}\n`,
    );
  await generate(values.data, Number(values.tickets), tell);
  tell('done');
}
