import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../../lib/all-pages.ts';

/** A list of these settings, all of it. The stream drops all that begins with `workflow`. */
export function useList<T>(name: 'workflows' | 'fields' | 'checklists') {
  return useQuery({
    queryKey: ['workflow', name],
    queryFn: ({ signal }) => allPages<T>(`/${name}`, {}, signal),
  });
}
