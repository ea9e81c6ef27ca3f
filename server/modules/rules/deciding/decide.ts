import {
  change,
  changedFields,
  saidCondition,
  type Changes,
  type ConditionNames,
  type ConditionSubject,
  type FieldCondition,
  type Occurrence,
  type Policy,
  type Proposal,
  type SaidCondition,
  type Situation,
  type TicketState,
} from '../../tickets/public.ts';
import type { RuleAction, RuleEvent } from '../schema.ts';
import { calledRules } from './called-rules.ts';
import type { CompiledRule, CompiledRules } from './compile-rules.ts';

/** What a rule that acted leaves for the transaction to write down. */
export type RuleEffectAsked = {
  readonly rule: Pick<CompiledRule, 'id' | 'name' | 'version'>;
  readonly outward: readonly RuleAction[];
};

export const keyOf = (ruleId: string): string => `rule ${ruleId}`;

const eventOf: Partial<Record<Occurrence['kind'], RuleEvent>> = {
  opened: 'opened',
  changed: 'changed',
  'customer-wrote': 'customer_wrote',
  'agent-answered': 'agent_answered',
  noted: 'noted',
};

const mostSaid = 6;

/**
 * The workspace's rules, in their order, each seeing the ticket as those before left it. A rule acts once for whatever
 * happened, however many rounds and queued consequences follow: that no chain of rules runs in a circle is how they are
 * asked, not something that is watched for. One that would act again is named as cut.
 */
export const rulesPolicy: Policy<CompiledRules> = {
  name: 'rules',
  decide(situation, { rules, byId, names }) {
    const { ticket, occurrences } = situation;
    if (rules.length === 0 || ticket.status === 'spam' || ticket.mergedInto !== null) {
      return null;
    }
    const happened = occurrences.map(({ kind }) => eventOf[kind]);
    const timed = new Set(occurrences.flatMap((one) => (one.kind === 'time' ? [one.key] : [])));
    const called = calledRules(rules, happened);
    const walk: Walk = {
      subject: situation,
      proposals: [],
      acted: new Set(),
      situation,
      byId,
      names,
    };
    for (const rule of timed.size > 0 ? rules : called) {
      if (rule.time ? timed.has(keyOf(rule.id)) : timed.size === 0 || called.includes(rule)) {
        act(walk, rule);
      }
    }
    return walk.proposals;
  },
};

type Walk = Pick<CompiledRules, 'byId' | 'names'> & {
  /** The ticket as the rules before have left it. */
  subject: ConditionSubject;
  readonly proposals: Proposal[];
  readonly acted: Set<string>;
  readonly situation: Situation;
};

function act(walk: Walk, rule: CompiledRule): void {
  const { situation, subject, byId, names } = walk;
  const { ticket } = subject;
  if (walk.acted.has(rule.id) || !rule.condition.test(subject)) {
    return;
  }
  const changes = changesOf(rule, ticket);
  const after = change(ticket, changes, situation.now);
  const key = keyOf(rule.id);
  if (situation.done.has(key)) {
    if (changedFields(ticket, after).length > 0) {
      const params = sayingOf(rule, subject, names);
      walk.proposals.push({ changes: {}, reason: { code: 'rule_cut', params }, cut: true });
    }
    return;
  }
  const params = sayingOf(rule, subject, names);
  walk.acted.add(rule.id);
  const { id, name, version, outward } = rule;
  const effect: RuleEffectAsked = { rule: { id, name, version }, outward };
  walk.proposals.push({ changes, reason: { code: 'rule', params }, key, effect });
  walk.subject = { ...subject, ticket: after };
  for (const next of rule.runs) {
    const called = byId.get(next);
    if (called) {
      act(walk, called);
    }
  }
}

/** Which rule, and what of its condition held. */
function sayingOf(rule: CompiledRule, subject: ConditionSubject, names: ConditionNames) {
  const matched = rule.condition.explain(subject).slice(0, mostSaid);
  return {
    ruleId: rule.id,
    name: rule.name,
    version: rule.version,
    matched: matched.map((leaf) => saidOnce(leaf, names)),
  };
}

type Said = { readonly names: ConditionNames; readonly said: SaidCondition };
const known = new WeakMap<FieldCondition, Said>();

/** The same few conditions hold for ticket after ticket. */
function saidOnce(leaf: FieldCondition, names: ConditionNames): SaidCondition {
  const found = known.get(leaf);
  if (found?.names === names) {
    return found.said;
  }
  const said = saidCondition(leaf, names);
  known.set(leaf, { names, said });
  return said;
}

/** The fields that a rule sets, upon the ticket as it finds it. */
function changesOf(rule: CompiledRule, ticket: TicketState): Changes {
  const changes: Changes = {};
  for (const action of rule.changes) {
    Object.assign(changes, changeOf(action, { ...ticket, ...changes }));
  }
  return changes;
}

const plainFields = {
  status: 'status',
  priority: 'priority',
  type: 'type',
  category: 'categoryId',
  team: 'teamId',
  assignee: 'assigneeId',
  region: 'region',
} as const;

function changeOf(action: RuleAction, ticket: TicketState): Changes {
  if (action.kind === 'tags') {
    const kept = ticket.tags.filter((tag) => !action.remove.includes(tag));
    return { tags: [...new Set([...kept, ...action.add])].slice(0, 50) };
  }
  if (action.kind === 'own') {
    const { [action.name]: _, ...others } = ticket.fields;
    return {
      fields: action.value === null ? others : { ...others, [action.name]: action.value },
    };
  }
  return action.kind in plainFields
    ? {
        [plainFields[action.kind as keyof typeof plainFields]]: (action as { value: unknown })
          .value,
      }
    : {};
}
