import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../../contracts/client.ts';
import { showToast } from '../../../ui/toast.tsx';
import { api } from './client.ts';
import { wordsOf } from './problem.ts';
import { useMay } from './session.ts';

export type Demo = components['schemas']['Demo'];
export type Guide = components['schemas']['Guide'];
export type TourName = Guide['tours'][number]['tour'];
export type TourState = Guide['tours'][number]['state'];

const whileItMovesMs = 1200;
const isMoving = (state: Demo['state'] | undefined) => state === 'loading' || state === 'removing';

/** Whether the demo company is here; while it comes or goes it is asked how far it is. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => api.get<Demo>('/demo', {}, signal),
  refetchInterval: (query) => (isMoving(query.state.data?.state) ? whileItMovesMs : false),
});

export const guideQuery = queryOptions({
  queryKey: ['guide'],
  queryFn: ({ signal }) => api.get<Guide>('/guide', {}, signal),
});

/** Asks for the demo company, or for its end. */
export function useDemoActs() {
  const cache = useQueryClient();
  const options = {
    onSuccess: (demo: Demo) => cache.setQueryData(demoQuery.queryKey, demo),
    onError: (error: Error) => showToast(wordsOf(error).words, { tone: 'bad' }),
  };
  const load = useMutation({ ...options, mutationFn: () => api.post<Demo>('/demo', {}) });
  const remove = useMutation({ ...options, mutationFn: () => api.delete<Demo>('/demo') });
  return { load, remove };
}

/** How much of it is done, 0 to 100. */
export const percentOf = ({ done, total }: Demo): number =>
  total === 0 ? 0 : Math.min(100, Math.round((done / total) * 100));

/** The tour for what somebody does here. */
export function useOwnTour(): TourName {
  const may = useMay();
  if (may('workspace.change')) {
    return 'administrator';
  }
  return may('team.change') || may('view.share') ? 'lead' : 'agent';
}

/** One after the other: "next" must not arrive after "leave". */
let kept: Promise<unknown> = Promise.resolve();

/** Where somebody is in their tours, kept on the server: leaving one here leaves it everywhere. */
export function useTours() {
  const cache = useQueryClient();
  const { data } = useQuery(guideQuery);
  const keep = (tour: TourName, state: TourState, step: number) => {
    cache.setQueryData(guideQuery.queryKey, (guide) =>
      guide
        ? {
            ...guide,
            tours: [...guide.tours.filter((each) => each.tour !== tour), { tour, state, step }],
          }
        : guide,
    );
    // A tour that is not remembered is no loss that anybody has to read about.
    kept = kept.then(() => api.put(`/guide/tours/${tour}`, { state, step })).catch(() => undefined);
  };
  return { tours: data?.tours, keep };
}

export function useSkipStep() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ step, skipped }: { step: string; skipped: boolean }) =>
      api.put(`/guide/steps/${step}`, { skipped }),
    onError: (error: Error) => showToast(wordsOf(error).words, { tone: 'bad' }),
    onSettled: () => cache.invalidateQueries(guideQuery),
  });
}
