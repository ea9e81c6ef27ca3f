import type { Reader } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { compileAvailability, readAvailabilitySettings } from '../../availability/public.ts';
import {
  readRoutingWith,
  readRuleRows,
  storedOf,
  type CompiledRouting,
  type StoredRule,
} from '../../routing/public.ts';
import { inPlace } from './in-place.ts';
import { rememberPresence } from './presence.ts';
import type { RoutingVariant } from '../replay/run.ts';
import type { DraftChange } from '../schema.ts';

type Change = Extract<DraftChange, { setting: 'routing_rule' }>;
type Asked = { readonly changes: readonly DraftChange[]; readonly from: Date };

/** Null: there is no routing, on either side. */
export async function readBothRoutings(
  db: Reader,
  workspaceId: string,
  { changes, from }: Asked,
): Promise<{ today: RoutingVariant; draft: RoutingVariant } | null> {
  const ours = changes.filter((change): change is Change => change.setting === 'routing_rule');
  const stored = (await readRuleRows(db, workspaceId)).map(storedOf);
  const tried = withRouting(stored, ours);
  if (![...stored, ...tried].some(({ enabled }) => enabled)) {
    return null;
  }
  const settings = await readAvailabilitySettings(db, workspaceId, from);
  const availability = rememberPresence(compileAvailability(settings));
  const variant = async (rules: readonly StoredRule[]): Promise<RoutingVariant> => ({
    compiled: briefly(await readRoutingWith(db, workspaceId, rules)),
    availability,
  });
  const today = await variant(stored);
  return { today, draft: ours.length === 0 ? today : await variant(tried) };
}

/** Why a rule did not hold is told to nobody here, and costs more than to see that it did not. */
const briefly = (compiled: CompiledRouting): CompiledRouting => ({
  ...compiled,
  rules: compiled.rules.map((rule) => ({
    ...rule,
    condition: { ...rule.condition, explain: () => [] },
    whyNot: () => rule.leadsElsewhere,
    said: () => [],
  })),
});

/** A new rule comes last, as it does when it is added, unless the draft says where. */
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
  return inPlace(
    [...kept, ...added],
    changes,
    added.map(({ id }) => id),
  );
}
