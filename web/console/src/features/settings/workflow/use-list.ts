import { useQuery } from '@tanstack/react-query';
import { api } from '../../../lib/client.ts';

/** A list of these settings, whole: the server keeps them short. The stream drops all that begins with `workflow`. */
export function useList<T>(name: 'workflows' | 'fields' | 'checklists') {
  return useQuery({
    queryKey: ['workflow', name],
    queryFn: async ({ signal }) => (await api.get<{ items: T[] }>(`/${name}`, {}, signal)).items,
  });
}
