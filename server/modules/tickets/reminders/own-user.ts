import type { Actor } from '../../../kernel/actor.ts';
import { Refusal } from '../../../kernel/errors.ts';

/** Whose reminders and time these are: a person of the company, by themselves or by their API key. */
export function ownUserId({ id }: Actor): string {
  if (id === null) {
    throw new Refusal('forbidden', 'permission.missing');
  }
  return id;
}
