import type { Database, Reader } from '../../kernel/database.ts';
import { identityChannel } from '../identity/public.ts';
import type { CompiledRouting } from './deciding/compile.ts';
import { readCompiled } from './queries/read-routing.ts';
import { routingNotice } from './store.ts';

export type KnownRouting = {
  /** Compiled; read by `reader` when it is not known yet. */
  of(workspaceId: string, reader: Reader): Promise<CompiledRouting>;
  close(): Promise<void>;
};

/**
 * Asked for every ticket, changed seldom: kept until somebody changes a rule, a skill, a team or a person, in whatever process. It is
 * read in the transaction that asks, since waiting there for another connection could leave everybody waiting.
 */
export function openKnownRouting(db: Database): KnownRouting {
  const known = new Map<string, CompiledRouting>();
  /** Grows with every change heard of: what was read before it must not be kept. */
  let edition = 0;
  const forget = (workspaceId?: string) => {
    edition += 1;
    if (workspaceId === undefined) {
      known.clear();
    } else {
      known.delete(workspaceId);
    }
  };
  const listeners = [
    db.listen(routingNotice, forget, () => forget()),
    db.listen(
      identityChannel,
      (payload) => forget(payload.split(':')[0]),
      () => forget(),
    ),
  ];
  return {
    async of(workspaceId, reader) {
      const found = known.get(workspaceId);
      if (found) {
        return found;
      }
      const begun = edition;
      const compiled = await readCompiled(reader, workspaceId);
      if (begun === edition) {
        known.set(workspaceId, compiled);
      }
      return compiled;
    },
    async close() {
      await Promise.all(listeners.map((listener) => listener.close()));
    },
  };
}
