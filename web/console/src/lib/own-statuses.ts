import { queryOptions, useQuery } from '@tanstack/react-query';
import type { OwnLook } from '../../../ui/marks.tsx';
import type { OwnStatus, Page, Ticket } from './api-types.ts';
import { api } from './client.ts';
import { useSession } from './session.ts';

export const ownStatusesQuery = queryOptions({
  queryKey: ['workflow', 'statuses'],
  queryFn: async ({ signal }) => (await api.get<Page<OwnStatus>>('/statuses', {}, signal)).items,
  staleTime: 5 * 60_000,
});

/** Of the company, called as whoever reads speaks. */
export function useOwnStatuses(): OwnStatus[] {
  const { data = [] } = useQuery(ownStatusesQuery);
  const { user, workspace } = useSession();
  return user.locale === workspace.locale
    ? data
    : data.map((each) => ({ ...each, name: each.otherName ?? each.name }));
}

/** How the ticket's own status looks; nothing where it has none. In spam only that counts. */
export function useOwnLook({ status, ownStatus }: Ticket): OwnLook | undefined {
  const found = useOwnStatuses().find(({ id }) => id === ownStatus?.id);
  return status === 'spam' ? undefined : found;
}
