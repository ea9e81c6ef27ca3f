import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/errors.ts';
import { mustBePermitted } from '../../kernel/executor.ts';
import { rightFor, type DraftChange } from './schema.ts';

/** Whoever may change all that a draft changes may try it, see what came of it, and switch it on. */
export function mustBeAbleToChange(actor: Actor, changes: readonly DraftChange[]): void {
  for (const { setting } of changes) {
    mustBePermitted(actor, rightFor[setting]);
  }
}

export const mayChange = (actor: Actor, changes: readonly DraftChange[]): boolean =>
  changes.every(({ setting }) => actor.permissions.has(rightFor[setting]));

/** The lab is open to whoever may change any of what it tries. */
export function mustBeTrier(actor: Actor): void {
  const rights = [...new Set(Object.values(rightFor))];
  if (!rights.some((right) => actor.permissions.has(right))) {
    throw new Refusal('forbidden', 'permission.missing', { detail: rights.join(', ') });
  }
}
