import type { Actor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Credentials } from '../../../kernel/http.ts';
import type { Log } from '../../../kernel/log.ts';
import type { Permission } from '../../../kernel/modules.ts';
import { findActorOfSession, findActorOfToken } from '../queries/find-actor.ts';
import { touchSession, touchToken } from '../session-store.ts';
import type { Actors } from './actor-memory.ts';
import { sessionMs } from './cookie.ts';
import { readSession, readToken, type Presented } from './secret.ts';

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly catalogue: readonly Permission[];
  readonly actors: Actors;
};

export type Authentication = {
  authenticate(credentials: Credentials): Promise<Actor | null>;
  /** Waits for the notes "was here" that requests do not wait for. */
  settle(): Promise<void>;
};

const touchEveryMs = 5 * 60 * 1000;

export function createAuthentication(parts: Parts): Authentication {
  const { db, clock, actors } = parts;
  const touching = new Set<Promise<void>>();

  async function recall(kind: 'session' | 'token', presented: Presented) {
    const key = `${kind}:${presented.workspaceId}:${presented.hash.toString('base64url')}`;
    const now = clock();
    const known = actors.get(key);
    if (known) {
      return known.expiresAt && known.expiresAt <= now ? null : known;
    }
    const find = kind === 'session' ? findActorOfSession : findActorOfToken;
    const found = await db.read(presented.workspaceId, (reader) =>
      find(reader, { presented, now }, parts.catalogue),
    );
    return found && actors.put(key, found);
  }

  function touch(actor: Omit<Actor, 'ip'>): void {
    const of = { workspaceId: actor.workspaceId, userId: actor.id ?? '' };
    const now = clock();
    const credential = actor.sessionId ?? '';
    const note = db
      .transaction(actor.workspaceId, (tx) =>
        actor.kind === 'token'
          ? touchToken(tx, of, { tokenId: credential, now })
          : touchSession(tx, of, {
              sessionId: credential,
              now,
              expiresAt: new Date(now.getTime() + sessionMs),
            }),
      )
      .catch((error: unknown) => parts.log.warn({ err: error }, 'could not note who was here'))
      .finally(() => touching.delete(note));
    touching.add(note);
  }

  return {
    async authenticate({ cookie, authorization, ip }) {
      // Never both: a request that names a token is not protected against other sites like one with a cookie.
      const kind = authorization === undefined ? 'session' : 'token';
      const presented =
        authorization === undefined ? readSession(cookie) : readToken(authorization);
      const known = presented && (await recall(kind, presented));
      if (!known) {
        return null;
      }
      const now = clock();
      if (!known.seen || now.getTime() - known.seen.getTime() > touchEveryMs) {
        known.seen = now;
        touch(known.actor);
      }
      return { ...known.actor, ip };
    },
    async settle() {
      await Promise.all(touching);
    },
  };
}
