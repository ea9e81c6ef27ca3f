import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session, Setup } from './api-types.ts';
import { api } from './client.ts';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => api.get<Session>('/session', {}, signal),
  staleTime: Infinity,
  retry: false,
});

export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => api.get<Setup>('/setup', {}, signal),
  staleTime: Infinity,
});

/** Who is signed in. Used only below the guard of the router, where it is known. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) {
    throw new Error('useSession stands below the signed-in route');
  }
  return data;
}

export function useMay(): (permission: string) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

export function useChangeOwnUser() {
  const cache = useQueryClient();
  return async (change: Partial<Pick<Session['user'], 'name' | 'locale' | 'theme'>>) => {
    const user = await api.patch<Session['user']>('/me', change);
    cache.setQueryData(sessionQuery.queryKey, (session: Session | undefined) =>
      session ? { ...session, user } : session,
    );
  };
}
