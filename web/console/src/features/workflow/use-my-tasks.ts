import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../lib/all-pages.ts';
import type { Task } from './workflow-queries.ts';

/** Open tasks that are given to oneself, or to one's team and nobody in it; the stream drops them when one changes. */
export function useMyTasks() {
  return useQuery({
    queryKey: ['tasks', 'mine'],
    queryFn: ({ signal }) => allPages<Task>('/tasks', { mine: 'true' }, signal),
    staleTime: 60_000,
  });
}
