import { connectionIsLost } from './database.ts';
import { Refusal } from './errors.ts';

/** PostgreSQL: out of disk, memory or connections; a deadlock or conflict that the next try does not meet. */
const passing = /^(?:53|40001$|40P01$|55P03$|57014$)/;

/** Trouble of the machine, not of the thing at hand: trying again later is right, blaming the thing is not. */
export function isPassingTrouble(error: unknown): boolean {
  const { code = '' } = (error ?? {}) as { code?: unknown };
  return (
    connectionIsLost(error) ||
    (error instanceof Refusal && error.kind === 'unavailable') ||
    (typeof code === 'string' &&
      (passing.test(code) || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EMFILE'))
  );
}
