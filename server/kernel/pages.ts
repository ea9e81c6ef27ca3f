import { z } from 'zod';
import { Refusal } from './errors.ts';

/** Lists are read by key, never by offset: a page costs the same wherever it is. */
export const pageInput = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  // A list of JSON, as `encodeCursor` writes it.
  after: z
    .string()
    .max(500)
    .regex(/^(?:W[A-Za-z0-9_-]*)?$/, { message: 'not_a_cursor' })
    .optional(),
};

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

export function encodeCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Refuses a cursor that was not made by `encodeCursor` for the same list. */
export function decodeCursor<T>(after: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(Buffer.from(after, 'base64url').toString()));
  } catch {
    throw new Refusal('invalid', 'input.invalid', {
      errors: [{ field: 'after', code: 'not_a_cursor' }],
    });
  }
}

/** `rows` holds one more than asked for when there is a next page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  {
    item,
    cursor,
  }: { item: (row: Row) => Item; cursor: (row: Row) => readonly (string | number)[] },
): { items: Item[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(item),
    next: rows.length > limit && last !== undefined ? encodeCursor(cursor(last)) : null,
  };
}
