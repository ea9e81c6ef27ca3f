import { queryOptions, useQuery } from '@tanstack/react-query';
import type { components } from '../../../../contracts/client.ts';
import { allPages } from './all-pages.ts';
import { useSession } from './session.ts';

export type FieldDefinition = components['schemas']['FieldDefinition'];

const fieldsQuery = queryOptions({
  queryKey: ['workflow', 'fields'],
  queryFn: ({ signal }) => allPages<FieldDefinition>('/fields', {}, signal),
  staleTime: 5 * 60_000,
});

const none: FieldDefinition[] = [];

/** Own fields, called as whoever reads speaks. `enabled` false: nobody needs them now. */
export function useOwnFields(enabled = true): FieldDefinition[] {
  const { data = none } = useQuery({ ...fieldsQuery, enabled });
  const { user, workspace } = useSession();
  return user.locale === workspace.locale
    ? data
    : data.map((each) => ({ ...each, label: each.otherLabel ?? each.label }));
}
