import type { Actor } from '../../kernel/actor.ts';
import { Refusal } from '../../kernel/errors.ts';

/** What concerns the account itself is done by its person: a token must not make itself a longer life. */
export function ownSession(actor: Actor | null): {
  workspaceId: string;
  userId: string;
  sessionId: string;
} {
  if (actor?.kind !== 'user' || actor.id === null || actor.sessionId === null) {
    throw new Refusal('forbidden', 'session.needed');
  }
  return { workspaceId: actor.workspaceId, userId: actor.id, sessionId: actor.sessionId };
}
