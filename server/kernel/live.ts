import type { Actor } from './actor.ts';
import type { Reader } from './database.ts';
import type { EventLine } from './event-line.ts';
import { definePoint } from './extension-points.ts';

/** What a module adds to the facts it owns on their way to live screens. */
export type LiveView = {
  covers(eventName: string): boolean;
  /** Once for all watchers: what to send beside the fact, and who may see it. */
  enrich(db: Reader, workspaceId: string, events: readonly EventLine[]): Promise<EnrichedEvent[]>;
  /** Numbers that each watcher sees in their own way, e.g. counters of views. */
  counts?(
    db: Reader,
    workspaceId: string,
    watching: readonly Actor[],
  ): Promise<(actor: Actor) => Record<string, number>>;
  /** For how many milliseconds counting should rest now, so that dear numbers never take more than their share. */
  restMs?(workspaceId: string): number;
};

export type EnrichedEvent = {
  readonly event: EventLine;
  readonly extra: Readonly<Record<string, unknown>>;
  visibleTo(actor: Actor): boolean;
};

export const liveViews = definePoint<LiveView>('kernel.live-views');

export type Watcher = {
  actor: Actor;
  /** False: the watcher is gone or too slow. */
  send(frame: string): boolean;
};
