import { systemActor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database, Tx } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import { findRole } from '../../identity/public.ts';
import { planDemo, type Plan } from '../life/plan.ts';
import { readMarks } from '../queries/read-demo.ts';
import { readTaken } from '../queries/read-taken.ts';
import type { DemoRow } from '../schema.ts';
import { insertMarks, lockDemo, saveDemo } from '../store.ts';
import { castParts } from './cast-parts.ts';
import { Names } from './names.ts';
import type { Part, Stage } from './stage.ts';
import { stepParts } from './step-parts.ts';

export type LoadParts = {
  readonly db: Database;
  readonly clock: Clock;
  /** The one door, with another clock and nobody who reacts: what happened long ago is answered by nobody now. */
  readonly past: (clock: Clock) => Executor;
};

/** So many things happen in one transaction: it is over in a quarter of a second, and live screens wait no longer. */
const atOnce = 50;

/**
 * Tells the life of the demo company from where it has come to. What was played, its marks and how far it has come are one
 * transaction, so a crash goes on exactly there; two at once take turns.
 */
export async function loadCompany(
  parts: LoadParts,
  row: DemoRow,
  { signal, tell }: { signal: AbortSignal; tell: (done: number, total: number) => void },
): Promise<void> {
  const plan = planDemo({
    seed: row.seed,
    locale: row.locale,
    timeZone: row.time_zone,
    now: row.present,
    tickets: row.tickets,
  });
  const list = [...castParts(plan), ...stepParts(plan)];
  const theatre = await openTheatre(parts, row.workspace_id, plan);
  let at = row.done;
  while (at < list.length) {
    if (signal.aborted) {
      throw new Error('this process ends; another goes on with the demo company');
    }
    const next = await playSome(parts, theatre, { list, at });
    if (next === null) {
      return;
    }
    at = next;
    tell(at, list.length);
  }
}

type Theatre = {
  names: Names;
  readonly workspaceId: string;
  readonly executor: Executor;
  showTime(at: Date): void;
  stage(tx: Tx): Stage;
};

async function openTheatre(
  { db, past }: LoadParts,
  workspaceId: string,
  plan: Plan,
): Promise<Theatre> {
  let now = plan.begins;
  const executor = past(() => now);
  const taken = await db.read(workspaceId, (reader) => readTaken(reader, workspaceId));
  const [lead, agent] = [
    await findRole(db, workspaceId, 'lead'),
    await findRole(db, workspaceId, 'agent'),
  ];
  const requesters = new Map(
    plan.steps.flatMap((step) => (step.kind === 'open' ? [[step.story, step.person]] : [])),
  );
  const system = systemActor(workspaceId, 'demo');
  const theatre: Theatre = {
    names: await readNames(db, workspaceId),
    workspaceId,
    executor,
    showTime(at) {
      now = at;
    },
    stage: (tx) => ({
      plan,
      names: theatre.names,
      taken,
      roles: { lead: lead ?? '', agent: agent ?? '' },
      workspaceId,
      requesters,
      do: (command, input, actor = system) => executor.executeIn(tx, command, input, actor),
    }),
  };
  return theatre;
}

const readNames = async (db: Database, workspaceId: string): Promise<Names> =>
  new Names(await db.read(workspaceId, (reader) => readMarks(reader, workspaceId)));

/** @returns where to go on; null when nobody wants it any more */
async function playSome(
  { db, clock }: LoadParts,
  theatre: Theatre,
  { list, at }: { list: readonly Part[]; at: number },
): Promise<number | null> {
  const { names, workspaceId } = theatre;
  let isPlayed = false;
  const next = await db
    .transaction(workspaceId, async (tx) => {
      const row = await lockDemo(tx, workspaceId);
      if (row?.state !== 'loading' || row.done !== at) {
        return row?.state === 'loading' ? row.done : null;
      }
      const stage = theatre.stage(tx);
      const some = list.slice(at, at + atOnce);
      for (const part of some) {
        theatre.showTime(part.at);
        await part.play(stage);
      }
      await insertMarks(tx, workspaceId, names.fresh());
      const done = at + some.length;
      await saveDemo(tx, workspaceId, { done, total: list.length, changed_at: clock() });
      isPlayed = true;
      return done;
    })
    .catch((error: unknown) => {
      names.settle(false);
      throw error;
    });
  names.settle(true);
  if (!isPlayed) {
    // Somebody else has gone on meanwhile, and has given names that are not known here.
    theatre.names = await readNames(db, workspaceId);
  }
  return next;
}
