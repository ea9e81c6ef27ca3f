import { queryOptions, useQuery } from '@tanstack/react-query';
import type { components } from '../../../../contracts/client.ts';
import type { Page } from './api-types.ts';
import { api } from './client.ts';
import { useSession } from './session.ts';

export type FieldDefinition = components['schemas']['FieldDefinition'];

const fieldsQuery = queryOptions({
  queryKey: ['workflow', 'fields'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<FieldDefinition>>('/fields', {}, signal)).items,
  staleTime: 5 * 60_000,
});

/** Own fields, called as whoever reads speaks. */
export function useOwnFields(): FieldDefinition[] {
  const { data = [] } = useQuery(fieldsQuery);
  const { user, workspace } = useSession();
  return user.locale === workspace.locale
    ? data
    : data.map((each) => ({ ...each, label: each.otherLabel ?? each.label }));
}
