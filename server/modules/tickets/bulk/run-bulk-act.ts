import { systemActor, type Actor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Job, OutsideJob } from '../../../kernel/jobs.ts';
import type { Log } from '../../../kernel/log.ts';
import { isPassingTrouble } from '../../../kernel/passing-trouble.ts';
import { bulkQueue } from './schema.ts';
import { carryOutBulkAct, finishBulkAct, noteBulkRefusal } from './carry-out.ts';
import { readActToRun, readWaiting } from './queries/bulk-acts.ts';

export type BulkParts = {
  readonly db: Database;
  readonly executor: () => Executor;
  readonly log: Log;
};

/** Between two looks at whether somebody has cancelled. */
const chunk = 60;
/** Of the ten connections of a process most stay with the people at the desk. */
const lanes = 3;

type Place = { readonly bulkActId: string; readonly position: number };
type Step = Place & { readonly changes: Readonly<Record<string, unknown>> };

/** Of many tickets one wants to know at a glance that a field is not for them. */
const toldCode = ({ code, details: { errors = [] } }: Refusal): string =>
  errors.length > 0 && errors.every((each) => each.code === 'of_another_type')
    ? 'own_field.of_another_type'
    : code;

async function settleOne(parts: BulkParts, actor: Actor, step: Step): Promise<void> {
  try {
    await parts.executor().execute(carryOutBulkAct, step, actor);
  } catch (error) {
    if (isPassingTrouble(error)) {
      throw error;
    }
    const { changes: _, ...at } = step;
    const isRefusal = error instanceof Refusal;
    if (!isRefusal) {
      parts.log.error({ err: error, ...at }, 'bulk act: a ticket failed');
    }
    const code = isRefusal ? toldCode(error) : 'server.error';
    await parts.executor().execute(noteBulkRefusal, { ...at, code }, actor);
  }
}

/** What a lane leaves by an error is closed for the others too: a generator ends with the loop that it is broken off in. */
function* eachOnce(steps: readonly Step[]) {
  yield* steps;
}

/** @throws what the first lane met, once every lane has ended: nothing goes on behind the back of the next try */
async function settleAll(parts: BulkParts, actor: Actor, steps: readonly Step[]): Promise<void> {
  const next = eachOnce(steps);
  const lane = async () => {
    for (const step of next) {
      await settleOne(parts, actor, step);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const broken = ended.find((one) => one.status === 'rejected');
  if (broken) {
    throw broken.reason;
  }
}

/** Does some of the act. @returns how it ends, or null to go on */
async function goOn(parts: BulkParts, { workspaceId }: Job, bulkActId: string) {
  const { db } = parts;
  const act = await db.read(workspaceId, (reader) => readActToRun(reader, workspaceId, bulkActId));
  if (!act || act.state === 'done' || act.state === 'cancelled') {
    return 'finished';
  }
  if (act.state === 'cancelling') {
    return { state: 'cancelled', left: { outcome: 'cancelled' } } satisfies Ending;
  }
  if (!act.active) {
    const left = { outcome: 'refused', code: 'bulk.maker_left' } as const;
    return { state: 'done', left } satisfies Ending;
  }
  const waiting = await db.read(workspaceId, (reader) =>
    readWaiting(reader, workspaceId, { actId: bulkActId, limit: chunk }),
  );
  if (waiting.length === 0) {
    return { state: 'done' } satisfies Ending;
  }
  const { changes } = act;
  const steps = waiting.map(({ position }) => ({ bulkActId, position, changes }));
  await settleAll(parts, revived(workspaceId, act.actor as StoredActor), steps);
  return null;
}

/**
 * A bulk act, ticket after ticket, each in a transaction of its own together with its result. Whoever takes an act up
 * again after a crash finds what still waits; two runs at once share it.
 */
export const runBulkAct = (parts: BulkParts): OutsideJob => ({
  name: bulkQueue,
  concurrency: 2,
  retries: 20,
  retryDelaySeconds: 1,
  expireSeconds: 3600,
  async run(job) {
    const bulkActId = String(job.payload['bulkActId']);
    let ending: Ending | null = null;
    while (ending === null) {
      if (job.signal.aborted) {
        throw new Error('this process ends; another goes on with the bulk act');
      }
      ending = await goOn(parts, job, bulkActId);
    }
    if (ending !== 'finished') {
      const self = systemActor(job.workspaceId, 'bulk act');
      await parts.executor().execute(finishBulkAct, { bulkActId, ...ending }, self);
    }
  },
});

type Ending =
  | 'finished'
  | {
      readonly state: 'done' | 'cancelled';
      readonly left?: { readonly outcome: 'cancelled' | 'refused'; readonly code?: string };
    };

type StoredActor = Pick<Actor, 'kind' | 'id' | 'name' | 'scope' | 'teamIds' | 'ip'> & {
  readonly permissions: readonly string[];
};

const revived = (workspaceId: string, { permissions, ...actor }: StoredActor): Actor => ({
  ...actor,
  workspaceId,
  permissions: new Set(permissions),
  sessionId: null,
});
