import type { QueryClient } from '@tanstack/react-query';

/** What concerns this person's screens now and is kept nowhere. */
export const whisperKinds = ['presence', 'draft', 'notices'] as const;
export type WhisperKind = (typeof whisperKinds)[number];

export type Present = { id: string; name: string; doing: 'looking' | 'writing' };
export type DraftTold = { ticketId: string; kind: 'reply' | 'note'; edition: string | null };

export const presenceKey = (ticketId: string) => ['presence', ticketId] as const;
export const draftsKey = (ticketId: string) => ['ticket-drafts', ticketId] as const;

type KnownDrafts = { items: { kind: string; edition: string }[] };

export function hearWhisper(cache: QueryClient, kind: WhisperKind, text: string): void {
  const told = JSON.parse(text) as Record<string, unknown>;
  if (kind === 'presence') {
    const { ticketId, people } = told as { ticketId: string; people: Present[] };
    cache.setQueryData<Present[]>(presenceKey(ticketId), people);
  } else if (kind === 'draft') {
    const { ticketId, kind: which, edition } = told as DraftTold;
    const known = cache.getQueryData<KnownDrafts>(draftsKey(ticketId));
    const mine = known?.items.find((each) => each.kind === which)?.edition ?? null;
    if (known && mine !== edition) {
      void cache.invalidateQueries({ queryKey: draftsKey(ticketId) });
    }
  } else {
    void cache.invalidateQueries({ queryKey: ['notices'] });
  }
}
