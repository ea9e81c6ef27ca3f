import type { Database, Reader } from '../../kernel/database.ts';
import { loadNotice, readLoads, type Load } from '../tickets/public.ts';
import type { Loads } from './deciding/choose.ts';
import { weights } from './deciding/weights.data.ts';
import { openHandOuts, type HandOut, type Handed } from './hand-outs.ts';
import { readGone } from './queries/read-place.ts';

/** In a flood not every ticket adds up everybody's loads again: what this process hands out itself, it counts itself. */
const freshMs = 50;

export type LoadMemory = {
  /** What people have in hand as committed now, with what this process is just handing out. */
  read(db: Reader, workspaceId: string): Promise<Loads>;
  /** Counts at once, also for whoever has read already: two tickets of one moment do not go to one person by one turn. */
  handOut(workspaceId: string, handed: Handed): void;
  close(): Promise<void>;
};

type Read = {
  readonly rows: ReadonlyMap<string, Load>;
  /** Tickets handed out a moment ago that the rows count. */
  readonly seen: ReadonlySet<string>;
  /** performance.now when it was asked. */
  readonly at: number;
};

/**
 * Loads are kept rows of the database. What transactions of this process have decided and not yet committed is remembered here
 * beside them, so nobody waits for anybody and still no two of them take the same turn. Rows read are used again for a moment;
 * any other change of what people have is heard of and drops them, that of this process before its commit is answered.
 */
export function openLoadMemory(db: Pick<Database, 'listen'>): LoadMemory {
  const handOuts = openHandOuts(2 * freshMs);
  const last = new Map<string, Read>();
  /** Strands of one transaction ask in the same moment: they read once. */
  const reading = new WeakMap<object, Promise<Read>>();
  /** Grows with every change heard of: what was read before it must not be used again. */
  let edition = 0;
  const drop = () => {
    edition += 1;
    last.clear();
  };
  const listener = db.listen(loadNotice, drop, drop, { atOnce: true });

  async function readAnew(reader: Reader, workspaceId: string): Promise<Read> {
    const begun = edition;
    const read = await readRows(reader, workspaceId, handOuts.of(workspaceId));
    if (begun === edition) {
      last.set(workspaceId, read);
    }
    handOuts.seen(workspaceId, read.seen);
    return read;
  }

  function readOnce(reader: Reader, workspaceId: string): Promise<Read> {
    const key = reader.getExecutor();
    const asked = reading.get(key) ?? readAnew(reader, workspaceId);
    if (!reading.has(key)) {
      reading.set(key, asked);
      void asked.catch(() => undefined).finally(() => reading.delete(key));
    }
    return asked;
  }

  return {
    async read(reader, workspaceId) {
      const kept = last.get(workspaceId);
      const isFresh = kept !== undefined && performance.now() - kept.at < freshMs;
      const [read, gone] = await Promise.all([
        isFresh ? kept : readOnce(reader, workspaceId),
        readGone(reader, workspaceId),
      ]);
      return { gone, ...together(read, () => handOuts.of(workspaceId)) };
    },
    handOut: handOuts.add,
    close: () => listener.close(),
  };
}

async function readRows(
  reader: Reader,
  workspaceId: string,
  handed: readonly HandOut[],
): Promise<Read> {
  const at = performance.now();
  const watched = handed.map(({ ticketId }) => ticketId);
  const loads = await readLoads(reader, workspaceId, { weights, watched });
  return {
    rows: new Map(loads.map((load) => [load.userId, load])),
    seen: new Set(loads.flatMap((load) => load.seen ?? [])),
    at,
  };
}

/** Rows of a moment with what they do not count yet; `running` may grow while they are used. */
function together(
  { rows, seen }: Read,
  running: () => readonly HandOut[],
): Pick<Loads, 'weightOf' | 'turnOf'> {
  const handed = (to: string) =>
    running().filter(({ userId, ticketId }) => userId === to && !seen.has(ticketId));
  return {
    weightOf: (userId) =>
      handed(userId).reduce((sum, { weight }) => sum + weight, rows.get(userId)?.weight ?? 0),
    turnOf: (userId) =>
      handed(userId).reduce(
        (last, { turn }) => (turn > last ? turn : last),
        rows.get(userId)?.turn ?? '',
      ),
  };
}
