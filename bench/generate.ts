/**
 * A large company in a data folder of its own:
 *   node bench/generate.ts --data DIR --tickets 1000000
 * With `--days 30` the tickets are of the last thirty days instead of three years.
 * Repeating it goes on where it stopped; a folder that is full already is left as it is.
 */
import { parseArgs } from 'node:util';
import { fill, sizeOf } from './generate/fill.ts';
import { fillSearch } from './generate/fill-search.ts';
import { startInstance } from './otklik/instance.ts';
import { isSetUp, setUp } from './otklik/client.ts';

type Wanted = { readonly tickets: number; readonly days?: number | undefined };

export async function generate(
  dataDir: string,
  { tickets, days }: Wanted,
  tell: (text: string) => void,
) {
  // No worker: it would follow millions of facts while they are being made.
  const instance = await startInstance(dataDir, { OTKLIK_ROLES: 'web' });
  try {
    if (!(await isSetUp(instance.url))) {
      await setUp(instance.url);
    }
    await fill(instance.adminUrl, sizeOf(tickets, days), { dataDir, tell });
    await fillSearch(dataDir, tell);
  } finally {
    await instance.stop();
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      tickets: { type: 'string', default: '1000000' },
      days: { type: 'string' },
    },
  });
  if (!values.data) {
    throw new Error('--data DIR says where the company is made');
  }
  const start = performance.now();
  const tell = (text: string) =>
    process.stderr.write(
      `${((performance.now() - start) / 1000).toFixed(0).padStart(5)} s  ${text}\n`,
    );
  const days = values.days === undefined ? undefined : Number(values.days);
  await generate(values.data, { tickets: Number(values.tickets), days }, tell);
  tell('done');
}
