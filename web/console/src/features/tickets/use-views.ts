import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { View } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { countsQuery, viewsQuery } from '../../lib/tickets.ts';
import { useDeskFilter } from './desk-search.ts';

export type ViewPatch = Partial<
  Pick<View, 'name' | 'filter' | 'sort' | 'order' | 'columns'> & {
    sharing: 'own' | 'team' | 'everybody';
    teamId: string | null;
  }
>;

function useReadAgain() {
  const cache = useQueryClient();
  return async () => {
    await Promise.all([
      cache.invalidateQueries(viewsQuery),
      cache.invalidateQueries({ queryKey: countsQuery.queryKey }),
    ]);
  };
}

/** Saves a new view, or a known one anew, and goes there. @throws ApiProblem */
export function useSaveView() {
  const readAgain = useReadAgain();
  const navigate = useNavigate();
  const cache = useQueryClient();
  return async (patch: ViewPatch, known?: Pick<View, 'id' | 'version'>) => {
    const saved = await (known
      ? api.patch<View>(`/views/${known.id}`, { ...patch, version: known.version })
      : api.post<View>('/views', patch));
    await readAgain();
    // Its list may stand there by an older filter.
    cache.removeQueries({ queryKey: ['tickets', { view: saved.id }] });
    await navigate({ to: '.', search: { view: saved.id } });
    return saved;
  };
}

/** Deletes a view, with the way back. */
export function useDeleteView() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const readAgain = useReadAgain();
  const navigate = useNavigate();
  const shown = useDeskFilter().view;
  return async ({ id }: Pick<View, 'id'>) => {
    const view = cache.getQueryData(viewsQuery.queryKey)?.find((each) => each.id === id);
    const refused = (error: unknown) => showToast(wordsOf(error).words, { tone: 'bad' });
    const removed = await api.delete<{ removalId: string }>(`/views/${id}`).catch(refused);
    if (!removed) {
      return;
    }
    if (shown === id) {
      await navigate({ to: '/tickets', search: { view: 'open' } });
    }
    await readAgain();
    const putBack = async () => {
      await api.post(`/removals/${removed.removalId}/restore`);
      await readAgain();
      await navigate({ to: '.', search: { view: id } });
    };
    showToast(t('tickets.saved.deleted', { name: view?.name }), {
      undo: () => void putBack().catch(refused),
    });
  };
}
