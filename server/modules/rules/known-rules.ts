import type { Database, Reader } from '../../kernel/database.ts';
import { readWorkspace } from '../identity/public.ts';
import { compileRules, type CompiledRules, type StoredRule } from './deciding/compile-rules.ts';
import { readRuleNames, readRuleRows, storedOf } from './queries/read-rules.ts';
import { rulesNotice } from './rule-store.ts';

export type KnownRules = {
  /** Compiled; read by `reader` when they are not known yet. */
  of(workspaceId: string, reader: Reader): Promise<CompiledRules>;
  close(): Promise<void>;
};

/**
 * Asked for every ticket, changed seldom: kept until somebody changes them, in whatever process. They are read in the
 * transaction that asks, since waiting there for another connection could leave everybody waiting.
 */
export function openKnownRules(db: Database): KnownRules {
  const known = new Map<string, CompiledRules>();
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
  const listener = db.listen(
    rulesNotice,
    (workspaceId) => forget(workspaceId),
    () => forget(),
  );
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
    close: () => listener.close(),
  };
}

/** `edit`: the rules as they would be, for whoever tries a change before it is made. */
export async function readCompiled(
  reader: Reader,
  workspaceId: string,
  edit: (stored: readonly StoredRule[]) => readonly StoredRule[] = (stored) => stored,
): Promise<CompiledRules> {
  const stored = edit((await readRuleRows(reader, workspaceId)).map(storedOf));
  const [names, { timeZone }] = [
    await readRuleNames(reader, workspaceId, stored),
    await readWorkspace(reader, workspaceId),
  ];
  return compileRules(stored, { names, timeZone });
}
