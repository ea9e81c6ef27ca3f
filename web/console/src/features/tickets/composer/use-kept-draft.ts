import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Draft, StoredFile } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { draftsKey } from '../../../lib/whispers.ts';
import { DraftKeeper, type Drafts, type Kind } from './draft-keeper.ts';
import { readKept, type Kept } from './kept-words.ts';

const filesOf = (draft: Draft | undefined) => draft?.files.map(({ id }) => id).join() ?? '';

/** A draft of one person that is the same on all their devices, and outlives a minute without a network. */
export function useKeptDraft(
  ticketId: string,
  kind: Kind,
  onFiles: (files: readonly StoredFile[]) => void,
) {
  const cache = useQueryClient();
  const [shown, setShown] = useState(() => readKept(`${ticketId}.${kind}`));
  const [keeper] = useState(() => new DraftKeeper(cache, { ticketId, kind }));
  const [round, setRound] = useState(0);
  const [aside, setAside] = useState<Draft['aside']>(null);
  const files = useRef('');
  const show = (kept: Kept, draft: Draft | null, replaced: boolean) => {
    setShown(kept);
    if (replaced) {
      setRound((before) => before + 1);
    }
    if (draft || replaced) {
      setAside(draft?.aside ?? null);
    }
    const named = filesOf(draft ?? undefined);
    if (draft && named !== files.current) {
      files.current = named;
      onFiles(draft.files);
    }
  };
  useEffect(() => {
    keeper.tell(show);
  });
  const drafts = useQuery({
    queryKey: draftsKey(ticketId),
    queryFn: ({ signal }) => api.get<Drafts>(`/tickets/${ticketId}/drafts`, {}, signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    const flush = () => keeper.flush();
    const retry = () => keeper.retry();
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', retry);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', retry);
      keeper.close();
    };
  }, [keeper]);
  useEffect(() => {
    if (drafts.data) {
      keeper.meet(drafts.data.items.find((each) => each.kind === kind));
    }
  }, [drafts.data, keeper, kind]);
  return { words: shown, cc: shown.cc, round, aside, keeper };
}
