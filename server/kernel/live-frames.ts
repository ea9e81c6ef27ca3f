import type { Actor } from './actor.ts';
import type { Database } from './database.ts';
import type { PlacedEvent, Position } from './live-log.ts';
import type { EnrichedEvent, LiveView } from './live.ts';

/** One event as it goes over the wire, for those who may see it. */
export type Frame = { readonly text: string; visibleTo(actor: Actor): boolean };

type Parts = { readonly db: Database; readonly views: readonly LiveView[] };

/** A fact that no view covers, or that its view leaves out, has no frame. */
export async function framesOf(
  { db, views }: Parts,
  workspaceId: string,
  events: readonly PlacedEvent[],
): Promise<Frame[]> {
  const enriched = new Map<string, EnrichedEvent>();
  await db.read(workspaceId, async (reader) => {
    for (const view of views) {
      const own = events.map(({ line }) => line).filter(({ name }) => view.covers(name));
      for (const one of own.length > 0 ? await view.enrich(reader, workspaceId, own) : []) {
        enriched.set(one.event.id, one);
      }
    }
  });
  return events.flatMap((event) => {
    const one = enriched.get(event.line.id);
    return one
      ? [{ text: textOf(event, one.extra), visibleTo: (actor: Actor) => one.visibleTo(actor) }]
      : [];
  });
}

/** Nothing but the place: a screen that has heard no fact yet can come back to it too (WHATWG HTML §9.2.6). */
export const placeFrame = (position: Position): string => `${idOf(position)}\n\n`;

const idOf = ({ tx, id }: Position): string => `id: ${tx}-${id}`;

function textOf({ line, position }: PlacedEvent, extra: EnrichedEvent['extra']): string {
  return `${idOf(position)}\nevent: change\ndata: ${JSON.stringify({ ...line, ...extra })}\n\n`;
}

export const countsFrame = (counts: Record<string, number>): string =>
  `event: counts\ndata: ${JSON.stringify(counts)}\n\n`;

export const resetFrame = 'event: reset\ndata: {}\n\n';
