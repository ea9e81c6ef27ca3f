import type { Caller, Json } from './caller.ts';

/** A list read in pages of two, to its end. */
export async function paged(call: Caller, list: string): Promise<Json[]> {
  const items: Json[] = [];
  for (let after: string | null = ''; after !== null;) {
    const { body } = await call(`GET /${list}?limit=2${after && `&after=${after}`}`);
    items.push(...body.items);
    after = body.next;
  }
  return items;
}
