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

/** Deletes a view; taking that back saves it anew. */
export function useDeleteView() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const readAgain = useReadAgain();
  const save = useSaveView();
  const navigate = useNavigate();
  const shown = useDeskFilter().view;
  return async ({ id }: Pick<View, 'id'>) => {
    const view = cache.getQueryData(viewsQuery.queryKey)?.find((each) => each.id === id);
    try {
      await api.delete(`/views/${id}`);
    } catch (error) {
      showToast(wordsOf(error).words, { tone: 'bad' });
      return;
    }
    if (shown === id) {
      await navigate({ to: '/tickets', search: { view: 'open' } });
    }
    await readAgain();
    if (view && view.sharing !== 'built_in') {
      const { filter, sort, order, columns, sharing, team } = view;
      const again = { name: view.name ?? '', filter, sort, order, columns, sharing };
      showToast(t('tickets.saved.deleted', { name: view.name }), {
        undo: () => void save({ ...again, teamId: team?.id ?? null }),
      });
    }
  };
}
