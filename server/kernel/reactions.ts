import { systemActor } from './actor.ts';
import type { Tx } from './database.ts';
import { reactionQueue } from './event-log.ts';
import type { RecordedEvent } from './events.ts';
import type { Executor } from './executor.ts';
import type { Job, QueueSettings, TransactionalJob } from './jobs.ts';
import type { KernelTables } from './kernel-tables.ts';
import type { Subscriber } from './subscribers.ts';

export const reactionQueueSettings: QueueSettings = {
  name: reactionQueue,
  concurrency: 2,
  retries: 12,
  retryDelaySeconds: 2,
  expireSeconds: 300,
};

type Parts = { readonly subscribers: readonly Subscriber[]; readonly executor: Executor };

/** Runs a subscriber and marks its reaction done in one transaction: exactly once on our own tables. */
export function reactionJob({ subscribers, executor }: Parts): TransactionalJob {
  const byName = new Map(subscribers.map((subscriber) => [subscriber.name, subscriber]));
  return {
    ...reactionQueueSettings,
    async runIn(tx, job) {
      const subscriber = byName.get(String(job.payload['subscriber']));
      if (!subscriber) {
        throw new Error(`nobody is called ${String(job.payload['subscriber'])} here`);
      }
      const event = await readEvent(tx, job);
      const actor = systemActor(job.workspaceId, subscriber.name);
      await subscriber.handle({
        event: { ...event, payload: subscriber.on.payload.parse(event.payload) },
        execute: (command, input) => executor.executeIn(tx, command, input, actor),
      });
    },
  };
}

async function readEvent(tx: Tx, { workspaceId, payload }: Job): Promise<RecordedEvent> {
  const row = await tx
    .withTables<KernelTables>()
    .selectFrom('event')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', String(payload['eventId']))
    .executeTakeFirstOrThrow();
  return {
    id: row.id,
    workspaceId,
    name: row.name,
    payload: row.payload,
    ticketId: row.ticket_id,
    personId: row.person_id,
    changes: row.changes ?? [],
    reason: row.reason,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    at: row.at,
  };
}
