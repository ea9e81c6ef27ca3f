import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Category, Page, Tag, Team, User } from './api-types.ts';
import { api } from './client.ts';

// Names that menus choose from. They change rarely; a change over the stream drops them.
const staleTime = 5 * 60_000;

async function all<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await api.get<Page<T>>(path, { limit: 100, after }, signal);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

export const usersQuery = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => all<User>('/users', signal),
  staleTime,
});
export const teamsQuery = queryOptions({
  queryKey: ['teams'],
  queryFn: ({ signal }) => all<Team>('/teams', signal),
  staleTime,
});
export const categoriesQuery = queryOptions({
  queryKey: ['categories'],
  queryFn: async ({ signal }) => (await api.get<Page<Category>>('/categories', {}, signal)).items,
  staleTime,
});
export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: async ({ signal }) => (await api.get<Page<Tag>>('/tags', {}, signal)).items,
  staleTime,
});

export const useUsers = () => useQuery(usersQuery);
export const useTeams = () => useQuery(teamsQuery);
export const useCategories = () => useQuery(categoriesQuery);
export const useTags = () => useQuery(tagsQuery);

/** What can be chosen: removed ones stay on the tickets that have them, and where they were chosen. */
export const inUse = (
  known: readonly Category[],
  chosen: string | readonly string[] | null = null,
) => known.filter(({ id, archived }) => !archived || chosen?.includes(id));

/** "Касса › Не включается": a category with its way from the root. */
export function categoryPath(categories: Category[], id: string): string {
  const names: string[] = [];
  let at: string | null = id;
  while (at && names.length < 10) {
    const found: Category | undefined = categories.find((category) => category.id === at);
    if (!found) {
      break;
    }
    names.unshift(found.name);
    at = found.parentId;
  }
  return names.join(' › ');
}
