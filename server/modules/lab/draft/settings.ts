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
import { inPlace } from './in-place.ts';
import { readBothRoutings } from './routing.ts';
import type { Variant } from '../replay/run.ts';
import type { DraftChange } from '../schema.ts';

/** Settings as they are, and as they would be: compiled by the very functions that the tickets' door uses. */
export type BothSettings = {
  readonly today: Variant;
  readonly draft: Variant;
  /** Rules of routing that the draft changes. */
  readonly changedRouting: ReadonlySet<string>;
  /** `kept`: the draft cannot lead any ticket elsewhere, so they go where they went. */
  readonly routing: 'anew' | 'kept' | 'none';
  readonly needs: FactNeeds;
  readonly ruleNames: ReadonlyMap<string, string>;
};

export async function readBothSettings(
  db: Reader,
  workspaceId: string,
  { changes, from }: { readonly changes: readonly DraftChange[]; readonly from: Date },
): Promise<BothSettings> {
  const calendars = await readOpenCalendars(db, workspaceId);
  const known = await readBothRoutings(db, workspaceId, { changes, from });
  const rules = await readRules(db, workspaceId);
  const tried = await readRules(db, workspaceId, (stored) => withRules(stored, changes));
  const sla = await readSlaSettings(db, workspaceId);
  const policies: SlaPolicyRow[] = [];
  const triedSla = await readSlaSettings(db, workspaceId, (rows) => {
    const after = withPolicies(rows, changes);
    policies.push(...rows, ...after);
    return after;
  });
  const asking = known ? [rules, tried, known.today.compiled] : [];
  const routing = known && reaches(changes, { asking, policies }) ? known : null;
  const today = variantOf(rules, { sla, routing: routing?.today ?? null, calendars });
  const draft = variantOf(sharing(tried, rules, changes), {
    sla: triedSla,
    routing: routing?.draft ?? null,
    calendars,
  });
  const all = [today, draft];
  return {
    today,
    draft,
    changedRouting: new Set(
      changes.flatMap(({ setting, id }) => (setting === 'routing_rule' && id ? [id] : [])),
    ),
    routing: known === null ? 'none' : routing === null ? 'kept' : 'anew',
    needs: joinNeeds(
      all.flatMap((side) => [
        side.rules.needs,
        side.sla.needs,
        side.routing?.compiled.needs ?? noNeeds,
      ]),
    ),
    ruleNames: new Map([...rules.rules, ...tried.rules].map(({ id, name }) => [id, name] as const)),
  };
}

type Deciding = {
  readonly asking: readonly { readonly needs: FactNeeds }[];
  readonly policies: readonly SlaPolicyRow[];
};

/**
 * Whether a draft may lead tickets elsewhere, or change what people have in hand. A promise does neither, unless somebody asks for it, or
 * a step of escalation changes the ticket.
 */
const reaches = (changes: readonly DraftChange[], { asking, policies }: Deciding): boolean =>
  changes.some(({ setting }) => setting !== 'sla_policy') ||
  asking.some(({ needs }) => needs.sla) ||
  policies.some(({ terms }) => terms.steps.some(({ acts }) => acts.length > 0));

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

/** A new rule comes last, as it does when it is added, unless the draft says where. */
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
  return inPlace(
    [...kept, ...added],
    ours,
    added.map(({ id }) => id),
  );
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
  return inPlace(
    [...kept, ...added],
    ours,
    added.map(({ id }) => id),
  );
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
