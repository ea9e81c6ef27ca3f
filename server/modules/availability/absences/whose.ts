import type { CommandContext } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';

/** Everybody sees to their own, leads to anybody's. */
export function mustBeOwnOrPermitted({ actor }: CommandContext, userId: string): void {
  if (actor.id !== userId) {
    mustBePermitted(actor, 'availability.change');
  }
}

export function peopleOf(userId: string, substituteId: string | null): string[] {
  if (substituteId === userId) {
    throw invalid('substituteId', 'own_substitute');
  }
  return substituteId === null ? [userId] : [userId, substituteId];
}
