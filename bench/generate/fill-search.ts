import { openDatabase } from '../../server/kernel/database.ts';
import { findRunning } from '../../server/kernel/embedded-database/embedded-database.ts';
import { indexEverything } from '../../server/modules/search/public.ts';

const toldEveryMs = 20_000;

/** The search index of a company that came past the application: by its own code, without the rests that it takes for others. */
export async function fillSearch(dataDir: string, tell: (text: string) => void): Promise<void> {
  const running = await findRunning(dataDir);
  if (!running) {
    throw new Error('the database of the generated company was not found');
  }
  const db = openDatabase({ url: running.url, maxConnections: 2, onError: () => undefined });
  let told = performance.now();
  try {
    const seconds = await indexEverything(db, (steps) => {
      if (performance.now() - told > toldEveryMs) {
        told = performance.now();
        tell(`the search index, ${steps} steps`);
      }
    });
    tell(`the search index is complete, ${seconds.toFixed(0)} s`);
  } finally {
    await db.close();
  }
}
