import type { Page } from './api-types.ts';
import { api } from './client.ts';

/** The most that the server gives at once. */
const atOnce = 200;

/** A list of settings, all of it: as many pages as there are. */
export async function allPages<T>(
  path: string,
  query: Record<string, string>,
  signal: AbortSignal,
): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await api.get<Page<T>>(path, { ...query, limit: atOnce, after }, signal);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}
