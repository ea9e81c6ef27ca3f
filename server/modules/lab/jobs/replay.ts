import { setImmediate, setTimeout } from 'node:timers/promises';
import { systemActor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database, Reader } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { inTurns } from '../../../kernel/in-turns.ts';
import type { Job, OutsideJob } from '../../../kernel/jobs.ts';
import type { Log } from '../../../kernel/log.ts';
import { readWorkspace } from '../../identity/public.ts';
import { forgetRuns, noteProgress, recordFailure, recordResult } from '../commands/progress.ts';
import { readBothSettings } from '../draft/settings.ts';
import { readLastGiven } from '../queries/read-last-given.ts';
import { readNames } from '../queries/read-names.ts';
import { listMovedTickets, readPasts } from '../queries/read-pasts.ts';
import { findWanted } from '../queries/read-runs.ts';
import { forgetQueue, runQueue } from '../queue.data.ts';
import { openReplay } from '../replay/replay.ts';
import { openTally, type Example } from '../replay/tally.ts';
import type { Window } from '../replay/walk.ts';
import type { LabResult } from '../schema.ts';
import type { RunRow } from '../tables.ts';
import { dayReader } from './day-reader.ts';

export type LabParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly executor: () => Executor;
};

/** Read and replayed at once: all that is ever in memory of the past. */
const pageSize = 200;
/** So long the people at the desk may have to wait for a turn of the processor. */
const turnMs = 6;
const tellEveryMs = 700;
const dayMs = 86_400_000;

/** Replays what a run asks for. Broken off by a crash it begins anew: nothing was written before its end. */
export const replayRuns = (parts: LabParts): OutsideJob => ({
  ...runQueue,
  async run(job) {
    const { db, executor, log } = parts;
    const runId = String(job.payload['runId']);
    const actor = systemActor(job.workspaceId, 'lab');
    const run = await db.read(job.workspaceId, (reader) =>
      findWanted(reader, job.workspaceId, runId),
    );
    if (!run) {
      return;
    }
    try {
      const done = await replay(parts, job, run);
      if (done) {
        await executor().execute(recordResult, { runId, ...done }, actor);
      }
    } catch (error) {
      if (job.signal.aborted) {
        throw error;
      }
      log.error({ err: error, runId }, 'a run of the lab');
      await executor().execute(recordFailure, { runId, problem: 'server.error' }, actor);
    }
  },
});

export const forgetOldRuns = ({ executor }: Pick<LabParts, 'executor'>): OutsideJob => ({
  ...forgetQueue,
  async run({ workspaceId }) {
    await executor().execute(forgetRuns, {}, systemActor(workspaceId, 'lab'));
  },
});

type Done = {
  readonly tickets: number;
  readonly result: LabResult;
  readonly examples: readonly Example[];
};

/** @returns null when somebody has cancelled */
async function replay(parts: LabParts, job: Job, run: RunRow): Promise<Done | null> {
  const { db } = parts;
  const { workspaceId } = job;
  const began = performance.now();
  const until = parts.clock().getTime();
  const window = { from: until - run.days * dayMs, until };
  const begin = await db.read(workspaceId, (reader) =>
    beginningOf(reader, workspaceId, run, window),
  );
  const { settings, moved, timeZone } = begin;
  const tally = openTally({ ruleNames: settings.ruleNames, dayOf: dayReader(timeZone) });
  const replaying = openReplay({ settings, window, tally, given: begin.given });
  const tell = telling(parts, job, { runId: run.id, tickets: moved.ids.length });
  const readFrom = (at: number) =>
    db.read(workspaceId, (reader) =>
      readPasts(reader, workspaceId, {
        ids: moved.ids.slice(at, at + pageSize),
        needs: settings.needs,
        routedFrom: settings.routing === 'anew' ? window.from : null,
      }),
    );
  let coming = readFrom(0);
  for (let at = 0; at < moved.ids.length; at += pageSize) {
    const pasts = await coming;
    if (!(await tell(at))) {
      return null;
    }
    // The database reads on while these are replayed.
    coming = readFrom(at + pageSize);
    coming.catch(() => undefined);
    await beside(replaying.add(pasts));
  }
  await beside(replaying.finish());
  const totals = tally.result();
  const examples = tally.examples();
  const names = await db.read(workspaceId, (reader) =>
    readNames(reader, workspaceId, idsIn([totals, examples])),
  );
  const tickets = { ...totals.tickets, left: moved.left };
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const { routing } = settings;
  const result = { ...totals, tickets, routing, names, seconds };
  return { tickets: moved.ids.length, result, examples };
}

async function beginningOf(db: Reader, workspaceId: string, run: RunRow, { from }: Window) {
  const since = new Date(from);
  const settings = await readBothSettings(db, workspaceId, { changes: run.changes, from: since });
  return {
    settings,
    moved: await listMovedTickets(db, workspaceId, since),
    given: settings.routing === 'anew' ? await readLastGiven(db, workspaceId, since) : [],
    timeZone: (await readWorkspace(db, workspaceId)).timeZone,
  };
}

/** In short turns: requests of the same process come between them. */
async function beside(steps: Iterable<void>): Promise<void> {
  await inTurns(steps, { turnMs, rest: () => setTimeout(1) });
  await setImmediate();
}

/** Says now and then how far it is. @returns whether the run is still wanted */
function telling(
  { executor }: LabParts,
  { workspaceId, signal }: Job,
  { runId, tickets }: { runId: string; tickets: number },
) {
  const actor = systemActor(workspaceId, 'lab');
  let toldAt = -Infinity;
  return async (done: number): Promise<boolean> => {
    if (signal.aborted) {
      throw new Error('this process ends; another begins the run anew');
    }
    if (performance.now() - toldAt < tellEveryMs) {
      return true;
    }
    toldAt = performance.now();
    const { goOn } = await executor().execute(noteProgress, { runId, done, tickets }, actor);
    return goOn;
  };
}

const uuid = /"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/g;

const idsIn = (said: unknown): string[] => [
  ...new Set([...JSON.stringify(said).matchAll(uuid)].map(([, id]) => id as string)),
];
