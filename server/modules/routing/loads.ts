import type { Reader } from '../../kernel/database.ts';
import { newId } from '../../kernel/ids.ts';
import { readLoads, type Load } from '../tickets/public.ts';
import type { Loads } from './deciding/choose.ts';
import { weights } from './deciding/weights.data.ts';
import { readGone } from './queries/read-place.ts';

type HandedOut = {
  readonly ticketId: string;
  readonly userId: string;
  readonly weight: number;
  readonly turn: string;
  /** performance.now */
  readonly until: number;
};

/** Longer than a transaction takes; one that was rolled back counts no longer than this. */
const keptMs = 2_000;

export type LoadMemory = {
  /** What people have in hand as committed now, with what this process is just handing out. */
  read(db: Reader, workspaceId: string): Promise<Loads>;
  /** Counts at once, also for whoever has read already: two tickets of one moment do not go to one person by one turn. */
  handOut(workspaceId: string, handed: { ticketId: string; userId: string; weight: number }): void;
};

/**
 * Loads are kept rows of the database. What transactions of this process have decided and not yet committed is remembered here
 * beside them, so nobody waits for anybody and still no two of them take the same turn.
 */
export function openLoadMemory(): LoadMemory {
  const running = new Map<string, HandedOut[]>();
  /** Strands of one transaction ask in the same moment: they read once. */
  const reading = new WeakMap<object, Promise<Read>>();

  return {
    async read(db, workspaceId) {
      const key = db.getExecutor();
      let read = reading.get(key);
      if (!read) {
        const handed = (running.get(workspaceId) ?? []).map(({ ticketId }) => ticketId);
        read = readBoth(db, workspaceId, handed);
        reading.set(key, read);
        void read.catch(() => undefined).finally(() => reading.delete(key));
      }
      const { rows, gone } = await read;
      forget(running, workspaceId, rows);
      return loadsOf(rows, { gone, running: () => running.get(workspaceId) ?? [] });
    },
    handOut(workspaceId, handed) {
      const list = running.get(workspaceId) ?? [];
      list.push({ ...handed, turn: newId(), until: performance.now() + keptMs });
      running.set(workspaceId, list);
    },
  };
}

type Read = { readonly rows: readonly Load[]; readonly gone: ReadonlySet<string> };

const readBoth = async (
  db: Reader,
  workspaceId: string,
  handed: readonly string[],
): Promise<Read> => {
  const [rows, gone] = await Promise.all([
    readLoads(db, workspaceId, { weights, watched: handed }),
    readGone(db, workspaceId),
  ]);
  return { rows, gone };
};

/** What the database shows by now, and what has taken too long to have been committed. */
function forget(running: Map<string, HandedOut[]>, workspaceId: string, rows: readonly Load[]) {
  const list = running.get(workspaceId);
  if (!list) {
    return;
  }
  const seen = new Set(rows.flatMap((row) => row.seen ?? []));
  const now = performance.now();
  const left = list.filter(({ ticketId, until }) => until > now && !seen.has(ticketId));
  if (left.length === 0) {
    running.delete(workspaceId);
  } else {
    running.set(workspaceId, left);
  }
}

/** Loads of a moment; `running` may grow while they are used. */
export function loadsOf(
  rows: readonly Load[],
  { gone, running }: { gone: ReadonlySet<string>; running: () => readonly HandedOut[] },
): Loads {
  const kept = new Map<string, Load>();
  for (const row of rows) {
    kept.set(row.userId, row);
  }
  const own = (userId: string) => running().filter((each) => each.userId === userId);
  return {
    gone,
    weightOf: (userId) =>
      own(userId).reduce((sum, each) => sum + each.weight, kept.get(userId)?.weight ?? 0),
    turnOf: (userId) =>
      own(userId).reduce(
        (last, each) => (each.turn > last ? each.turn : last),
        kept.get(userId)?.turn ?? '',
      ),
  };
}
