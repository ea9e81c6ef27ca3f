import type { Reader } from '../../../kernel/database.ts';
import { newId } from '../../../kernel/ids.ts';
import { readRules, rulesPolicy, type CompiledRules, type StoredRule } from '../../rules/public.ts';
import {
  readOpenCalendars,
  readSlaSettings,
  slaClocks,
  type SlaPolicyRow,
} from '../../sla/public.ts';
import {
  joinNeeds,
  noNeeds,
  ownPolicies,
  type FactNeeds,
  type LoadedPolicy,
} from '../../tickets/public.ts';
import { readBothRoutings } from './routing.ts';
import type { Variant } from '../replay/run.ts';
import type { DraftChange } from '../schema.ts';

/** Settings as they are, and as they would be: compiled by the very functions that the tickets' door uses. */
export type BothSettings = {
  readonly today: Variant;
  readonly draft: Variant;
  readonly needs: FactNeeds;
  readonly ruleNames: ReadonlyMap<string, string>;
};

export async function readBothSettings(
  db: Reader,
  workspaceId: string,
  { changes, from }: { readonly changes: readonly DraftChange[]; readonly from: Date },
): Promise<BothSettings> {
  const calendars = await readOpenCalendars(db, workspaceId);
  const routing = await readBothRoutings(db, workspaceId, { changes, from });
  const today = variantOf(await readRules(db, workspaceId), {
    sla: await readSlaSettings(db, workspaceId),
    routing: routing?.today ?? null,
    calendars,
  });
  const tried = await readRules(db, workspaceId, (stored) => withRules(stored, changes));
  const draft = variantOf(sharing(tried, today.rules, changes), {
    sla: await readSlaSettings(db, workspaceId, (rows) => withPolicies(rows, changes)),
    routing: routing?.draft ?? null,
    calendars,
  });
  const all = [today, draft];
  return {
    today,
    draft,
    needs: joinNeeds(
      all.flatMap(({ rules, sla, routing: own }) => [
        rules.needs,
        sla.needs,
        own?.compiled.needs ?? noNeeds,
      ]),
    ),
    ruleNames: new Map(all.flatMap(({ rules }) => rules.rules.map(({ id, name }) => [id, name]))),
  };
}

/** Rules that the draft leaves alone are the same objects on both sides: what they remember of a letter serves both. */
function sharing(
  draft: CompiledRules,
  today: CompiledRules,
  changes: readonly DraftChange[],
): CompiledRules {
  const touched = new Set(changes.map(({ id }) => id));
  const rules = draft.rules.map((rule) =>
    touched.has(rule.id) ? rule : (today.byId.get(rule.id) ?? rule),
  );
  return { ...draft, rules, byId: new Map(rules.map((rule) => [rule.id, rule])) };
}

const load = (policy: unknown, settings: unknown): LoadedPolicy => ({
  policy: policy as LoadedPolicy['policy'],
  settings,
});

/** In the order in which the application asks them. */
function variantOf(
  rules: CompiledRules,
  { sla, routing, calendars }: Pick<Variant, 'sla' | 'routing' | 'calendars'>,
): Variant {
  return {
    routing,
    policies: [
      ...ownPolicies.map((policy) => load(policy, null)),
      load(slaClocks, sla),
      load(rulesPolicy, rules),
    ],
    rules,
    timed: rules.rules.filter(({ time }) => time !== null),
    sla,
    calendars,
    needs: joinNeeds([rules.needs, sla.needs, routing?.compiled.needs ?? noNeeds]),
  };
}

type RuleChange = Extract<DraftChange, { setting: 'rule' }>;
type PolicyChange = Extract<DraftChange, { setting: 'sla_policy' }>;

/** A new rule comes last, as it does when it is added. */
export function withRules(
  stored: readonly StoredRule[],
  changes: readonly DraftChange[],
): readonly StoredRule[] {
  const ours = changes.filter((change): change is RuleChange => change.setting === 'rule');
  const byId = new Map(ours.map((change) => [change.id, change]));
  const kept = stored.flatMap((rule): StoredRule[] => {
    const change = byId.get(rule.id);
    if (!change) {
      return [rule];
    }
    return change.definition ? [{ ...rule, ...change.definition }] : [];
  });
  const added = ours.flatMap(({ id, definition }): StoredRule[] =>
    id === null && definition ? [{ ...definition, id: newId(), version: 1 }] : [],
  );
  return [...kept, ...added];
}

export function withPolicies(
  rows: readonly SlaPolicyRow[],
  changes: readonly DraftChange[],
): readonly SlaPolicyRow[] {
  const ours = changes.filter((change): change is PolicyChange => change.setting === 'sla_policy');
  const byId = new Map(ours.map((change) => [change.id, change]));
  const kept = rows.flatMap((row): SlaPolicyRow[] => {
    const change = byId.get(row.id);
    if (!change) {
      return [row];
    }
    return change.definition ? [{ ...row, ...columnsOf(change.definition) }] : [];
  });
  const added = ours.flatMap(({ id, definition }): SlaPolicyRow[] =>
    id === null && definition
      ? [
          {
            ...columnsOf(definition),
            workspace_id: '',
            id: newId(),
            position: Number.MAX_SAFE_INTEGER,
            version: 1,
            created_at: new Date(0),
          },
        ]
      : [],
  );
  return [...kept, ...added];
}

const columnsOf = ({
  name,
  condition,
  terms,
  calendarId,
  byTeam,
  active,
}: NonNullable<PolicyChange['definition']>) => ({
  name,
  condition,
  terms,
  calendar_id: calendarId,
  by_team: byTeam,
  active,
});
