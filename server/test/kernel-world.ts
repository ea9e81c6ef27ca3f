import { Pool } from 'pg';
import { z } from 'zod';
import { systemActor, type Actor } from '../kernel/actor.ts';
import { defineCommand } from '../kernel/commands.ts';
import { openDatabase, type Database } from '../kernel/database.ts';
import { Refusal } from '../kernel/errors.ts';
import { defineEvent } from '../kernel/events.ts';
import { createExecutor, type Executor } from '../kernel/executor.ts';
import { collectContributions } from '../kernel/extension-points.ts';
import { newId } from '../kernel/ids.ts';
import { openJobs, type Jobs, type OutsideJob } from '../kernel/jobs.ts';
import { silentLog } from '../kernel/log.ts';
import { reactionJob, reactionQueueSettings } from '../kernel/reactions.ts';
import type { Subscriber } from '../kernel/subscribers.ts';
import { heldClock, type HeldClock } from './clock.ts';
import { createTestDatabase } from './database.ts';

/** The kernel with a toy of a domain: notes, and nothing else that a rule of the business could hide. */
export type KernelWorld = {
  readonly db: Database;
  readonly admin: Pool;
  readonly url: string;
  readonly clock: HeldClock;
  readonly executor: Executor;
  readonly jobs: Jobs;
  readonly actor: Actor;
  workspace(): Promise<Actor>;
  notes(actor?: Actor): Promise<string[]>;
  events(actor?: Actor): Promise<{ name: string; payload: { text: string } }[]>;
  /** Starts to work on jobs and reactions. */
  work(): Promise<void>;
  close(): Promise<void>;
};

type NoteTables = { note: { workspace_id: string; id: string; text: string } };

export const noteWritten = defineEvent('note.written', z.object({ text: z.string() }));

/** `refuse` and `break` write first and then go wrong, so that a test sees what is left of it: nothing. */
export const writeNote = defineCommand({
  name: 'notes.write',
  permission: 'note.write',
  input: z.strictObject({
    text: z.string().min(1).max(100),
    ending: z.enum(['refuse', 'break']).optional(),
    job: z.string().optional(),
  }),
  output: z.object({ id: z.string(), text: z.string() }),
  async run(ctx, { text, ending, job }) {
    const id = newId();
    await ctx.tx
      .withTables<NoteTables>()
      .insertInto('note')
      .values({ workspace_id: ctx.actor.workspaceId, id, text })
      .execute();
    ctx.emit(noteWritten, { text });
    ctx.audit({
      action: 'note.written',
      subject: { kind: 'note', id, name: text },
      before: null,
      after: { text },
    });
    if (job) {
      ctx.enqueue({ queue: job, payload: { text } });
    }
    if (ending === 'refuse') {
      throw new Refusal('not_allowed', 'note.refused');
    }
    if (ending === 'break') {
      throw new Error('a defect');
    }
    return { id, text };
  },
});

type Options = {
  readonly subscribers?: readonly Subscriber[];
  readonly outside?: readonly OutsideJob[];
};

export async function openKernelWorld({
  subscribers = [],
  outside = [],
}: Options = {}): Promise<KernelWorld> {
  const database = await createTestDatabase();
  const admin = new Pool({ connectionString: database.adminUrl, max: 2 });
  admin.on('error', () => undefined);
  await admin.query(
    `create table note (workspace_id uuid not null, id uuid not null, text text not null, primary key (workspace_id, id));
     grant all on note to otklik;
     call otklik_guard('note')`,
  );
  const db = openDatabase({ url: database.url, onError: () => undefined });
  const clock = heldClock();
  const jobs = openJobs(db, silentLog);
  const executor = createExecutor({
    db,
    clock: clock.now,
    subscribers,
    contributions: collectContributions([]),
    enqueueIn: jobs.enqueueIn,
  });
  await jobs.prepare([reactionQueueSettings, ...outside]);

  const workspace = async (): Promise<Actor> => {
    const id = newId();
    await admin.query(
      `insert into workspace (id, slug, name, locale, time_zone, created_at) values ($1, $2, 'W', 'en', 'UTC', now())`,
      [id, `w-${id}`],
    );
    return systemActor(id);
  };
  const actor = await workspace();

  return {
    db,
    admin,
    url: database.url,
    clock,
    executor,
    jobs,
    actor,
    workspace,
    async notes({ workspaceId } = actor) {
      const { rows } = await admin.query<{ text: string }>(
        'select text from note where workspace_id = $1 order by id',
        [workspaceId],
      );
      return rows.map(({ text }) => text);
    },
    async events({ workspaceId } = actor) {
      const { rows } = await admin.query<{ name: string; payload: { text: string } }>(
        'select name, payload from event where workspace_id = $1 order by tx, id',
        [workspaceId],
      );
      return rows;
    },
    work: () => jobs.work([reactionJob({ subscribers, executor }), ...outside]),
    async close() {
      await jobs.stop();
      await db.close();
      await admin.end();
      await database.drop();
    },
  };
}
