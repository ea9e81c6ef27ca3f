import type { Actor } from './actor.ts';
import type { Database } from './database.ts';
import type { PlacedEvent } from './live-log.ts';
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

function textOf({ line, position }: PlacedEvent, extra: EnrichedEvent['extra']): string {
  const { tx, id } = position;
  return `id: ${tx}-${id}\nevent: change\ndata: ${JSON.stringify({ ...line, ...extra })}\n\n`;
}

export const countsFrame = (counts: Record<string, number>): string =>
  `event: counts\ndata: ${JSON.stringify(counts)}\n\n`;

export const resetFrame = 'event: reset\ndata: {}\n\n';
