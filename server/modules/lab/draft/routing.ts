import type { Reader } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { compileAvailability, readAvailabilitySettings } from '../../availability/public.ts';
import { readRoutingWith, readRuleRows, storedOf, type StoredRule } from '../../routing/public.ts';
import type { RoutingVariant } from '../replay/run.ts';
import type { DraftChange } from '../schema.ts';

type Change = Extract<DraftChange, { setting: 'routing_rule' }>;
type Asked = { readonly changes: readonly DraftChange[]; readonly from: Date };

/** Null: the draft is not about routing, and tickets go where they went. */
export async function readBothRoutings(
  db: Reader,
  workspaceId: string,
  { changes, from }: Asked,
): Promise<{ today: RoutingVariant; draft: RoutingVariant } | null> {
  const ours = changes.filter((change): change is Change => change.setting === 'routing_rule');
  if (ours.length === 0) {
    return null;
  }
  const stored = (await readRuleRows(db, workspaceId)).map(storedOf);
  const availability = compileAvailability(await readAvailabilitySettings(db, workspaceId, from));
  const variant = async (rules: readonly StoredRule[]): Promise<RoutingVariant> => ({
    compiled: await readRoutingWith(db, workspaceId, rules),
    availability,
  });
  return { today: await variant(stored), draft: await variant(withRouting(stored, ours)) };
}

/** A new rule comes last, as it does when it is added. */
function withRouting(
  stored: readonly StoredRule[],
  changes: readonly Change[],
): readonly StoredRule[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const kept = stored.flatMap((rule): StoredRule[] => {
    const change = byId.get(rule.id);
    if (!change) {
      return [rule];
    }
    return change.definition ? [{ ...change.definition, id: rule.id }] : [];
  });
  const added = changes.flatMap(({ id, definition }): StoredRule[] =>
    id === null && definition ? [{ ...definition, id: newId() }] : [],
  );
  return [...kept, ...added];
}
