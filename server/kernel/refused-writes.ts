import { isForeignKeyViolation, isUniqueViolation } from './database.ts';
import type { Refusal } from './errors.ts';

export type RefusedWrites = {
  /** By the name of the index that allows no second one. */
  readonly taken?: Readonly<Record<string, () => Refusal>>;
  /** What the row names is not there (any more), by the name of its foreign key. */
  readonly gone?: (constraint: string) => Refusal;
};

/** @returns runs a write and says in the product's words what the database refused */
export function refusedBy({ taken = {}, gone }: RefusedWrites) {
  return async function refusing<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      const isTaken = Object.entries(taken).find(([index]) => isUniqueViolation(error, index));
      if (isTaken) {
        throw isTaken[1]();
      }
      if (gone && isForeignKeyViolation(error)) {
        throw gone(String((error as { constraint?: unknown }).constraint));
      }
      throw error;
    }
  };
}
