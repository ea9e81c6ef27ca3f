import type { Actor } from './actor.ts';
import type { JobRequest } from './commands.ts';
import { sql } from 'kysely';
import { notifyAfterCommit, type Tx } from './database.ts';
import type { EventSubject } from './events.ts';
import { preparedWrite } from './prepared.ts';
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

type Facts = {
  workspaceId: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  at: Date;
  rows: string;
};

/** However many there are, it is one statement. */
const insertEvents = preparedWrite<Facts, unknown>({ table: 'event', by: 'insert' }, (db, slot) => {
  const fact = sql`jsonb_to_recordset(${slot.rows}::jsonb) as fact
    (id uuid, name text, ticket_id uuid, person_id uuid, reason jsonb, changes jsonb, payload jsonb,
     at timestamptz)`;
  return sql`insert into event (workspace_id, id, name, ticket_id, person_id, actor_kind, actor_id, actor_name,
      reason, changes, payload, at)
    select ${slot.workspaceId}::uuid, id, name, ticket_id, person_id, ${slot.actorKind}, ${slot.actorId}::uuid,
      ${slot.actorName}, reason, changes, payload, coalesce(fact.at, ${slot.at}::timestamptz) from ${fact}`.compile(
    db,
  );
});

/**
 * Writes the facts and says which reactions they call for. The fan-out happens here rather than in a reader
 * that follows ids: ids are given before the commit, so such a reader would skip a slow transaction.
 */
export function appendEvents(tx: Tx, batch: Batch): JobRequest[] {
  const { actor, now, events, subscribers } = batch;
  if (events.length === 0) {
    return [];
  }
  insertEvents.later(tx, {
    workspaceId: actor.workspaceId,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    at: now,
    rows: JSON.stringify(events.map(rowOf)),
  });
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

const rowOf = ({ id, name, payload, about }: PendingEvent) => ({
  id,
  name,
  payload,
  ticket_id: about.ticketId,
  person_id: about.personId,
  reason: about.reason,
  changes: about.changes,
  at: about.at,
});
