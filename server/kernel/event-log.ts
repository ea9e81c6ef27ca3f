import type { Actor } from './actor.ts';
import type { JobRequest } from './commands.ts';
import { later, notifyAfterCommit, type Tx } from './database.ts';
import type { EventSubject } from './events.ts';
import type { KernelTables } from './kernel-tables.ts';
import type { Subscriber } from './subscribers.ts';

export type PendingEvent = {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly about: EventSubject;
};

type Batch = {
  actor: Actor;
  now: Date;
  events: readonly PendingEvent[];
  subscribers: readonly Subscriber[];
};

export const eventChannel = 'otklik_event';
export const reactionQueue = 'reaction';

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));

/**
 * Writes the facts and says which reactions they call for. The fan-out happens here rather than in a reader
 * that follows ids: ids are given before the commit, so such a reader would skip a slow transaction.
 */
export function appendEvents(tx: Tx, batch: Batch): JobRequest[] {
  const { actor, now, events, subscribers } = batch;
  if (events.length === 0) {
    return [];
  }
  const insert = tx
    .withTables<KernelTables>()
    .insertInto('event')
    .values(
      events.map(({ id, name, payload, about }) => ({
        workspace_id: actor.workspaceId,
        id,
        name,
        ticket_id: about.ticketId ?? null,
        person_id: about.personId ?? null,
        actor_kind: actor.kind,
        actor_id: actor.id,
        actor_name: actor.name,
        reason: json(about.reason),
        changes: json(about.changes),
        payload: JSON.stringify(payload),
        at: now,
      })),
    );
  later(tx, insert);
  notifyAfterCommit(tx, eventChannel, actor.workspaceId);
  return events.flatMap(({ id, name, payload }) =>
    subscribers
      .filter((subscriber) => subscriber.on.name === name && (subscriber.when?.(payload) ?? true))
      .map((subscriber) => ({
        queue: reactionQueue,
        payload: { subscriber: subscriber.name, eventId: id },
      })),
  );
}
