import type { Database, Reader } from '../../kernel/database.ts';
import { openKnown, type Known } from '../../kernel/known.ts';
import { categoryNotice, readCompileOptions } from '../tickets/public.ts';
import { compileRules, type CompiledRules, type StoredRule } from './deciding/compile-rules.ts';
import { readRuleNames, selectRules, storedOf } from './queries/read-rules.ts';
import { rulesNotice } from './rule-store.ts';

/** Compiled. */
export type KnownRules = Known<CompiledRules>;

export const openKnownRules = (db: Database): KnownRules =>
  openKnown(db, {
    channels: [rulesNotice, categoryNotice],
    read: (reader, workspaceId) => readCompiled(reader, workspaceId),
  });

/** `edit`: the rules as they would be, for whoever tries a change before it is made. */
export async function readCompiled(
  reader: Reader,
  workspaceId: string,
  edit: (stored: readonly StoredRule[]) => readonly StoredRule[] = (stored) => stored,
): Promise<CompiledRules> {
  const stored = edit((await selectRules(reader, workspaceId).execute()).map(storedOf));
  const conditions = stored.map(({ condition }) => condition);
  return compileRules(stored, {
    names: await readRuleNames(reader, workspaceId, stored),
    ...(await readCompileOptions(reader, workspaceId, conditions)),
  });
}
