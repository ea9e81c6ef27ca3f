import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import type { Person } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import type { Merge } from '../../../lib/customer-types.ts';
import { wordsOf } from '../../../lib/problem.ts';

const say = (error: unknown) => showToast(wordsOf(error).words, { tone: 'bad' });

/** What both cards, their lists and their tickets say is asked anew. */
function useForget() {
  const cache = useQueryClient();
  return () => {
    for (const queryKey of [['people'], ['tickets'], ['ticket'], ['organizations']]) {
      void cache.invalidateQueries({ queryKey });
    }
  };
}

export function useUndoMerge() {
  const { t } = useTranslation();
  const forget = useForget();
  return useMutation({
    mutationFn: (merge: Pick<Merge, 'id' | 'kept'>) =>
      api.delete<Person>(`/people/${merge.kept.id}/merges/${merge.id}`),
    onSuccess: () => {
      forget();
      showToast(t('cards.unmerged'));
    },
    onError: say,
  });
}

export type Pair = { readonly kept: Person; readonly merged: Person };

export function useMerge(onDone: () => void) {
  const { t } = useTranslation();
  const forget = useForget();
  const navigate = useNavigate();
  const undo = useUndoMerge();
  return useMutation({
    mutationFn: ({ kept, merged }: Pair) =>
      api.post<Merge>(`/people/${kept.id}/merges`, {
        otherId: merged.id,
        version: kept.version,
        otherVersion: merged.version,
      }),
    onSuccess: (merge) => {
      forget();
      showToast(t('cards.merged', { name: merge.kept.name }), { undo: () => undo.mutate(merge) });
      onDone();
      if (window.location.pathname.endsWith(merge.merged.id)) {
        void navigate({ to: '/people/$id', params: { id: merge.kept.id } } as never);
      }
    },
    onError: (error) => {
      forget();
      say(error);
    },
  });
}

/** "Not the same": said once, remembered, taken back by undo. */
export function useKeepApart() {
  const { t } = useTranslation();
  const forget = useForget();
  const path = ([one, other]: readonly [string, string]) => `/people/${one}/different/${other}`;
  const back = useMutation({
    mutationFn: (pair: readonly [string, string]) => api.delete<null>(path(pair)),
    onSuccess: forget,
    onError: say,
  });
  const keep = useMutation({
    mutationFn: (pair: readonly [string, string]) => api.put<null>(path(pair)),
    onSuccess: (_nothing, pair) => {
      forget();
      showToast(t('cards.keptApart'), { undo: () => back.mutate(pair) });
    },
    onError: say,
  });
  return { keep, back };
}
