import {
  compileCondition,
  type CompileOptions,
  groupOf,
  joinNeeds,
  leavesOf,
  saidCondition,
  type ChangedField,
  type CompiledCondition,
  type Condition,
  type ConditionNames,
  type ConditionSubject,
  type FactNeeds,
  type FieldCondition,
  type SaidCondition,
} from '../../tickets/public.ts';
import { otherTeam, type PassedRule } from '../decision.ts';
import type { NeededSkill, RoutingStep, RuleDefinition } from '../schema.ts';

/** Somebody who could be given tickets, as they are set up. */
export type Agent = {
  readonly id: string;
  readonly active: boolean;
  /** Their role lets them answer and change tickets. */
  readonly mayTake: boolean;
  readonly teamIds: readonly string[];
  /** Null: any number. */
  readonly capacity: number | null;
  /** Skill → level. */
  readonly skills: ReadonlyMap<string, number>;
};

export type StoredRule = RuleDefinition & {
  readonly id: string;
  /** Of its wording; missing: it is a draft. */
  readonly edition?: number | null;
};

export type CompiledRule = {
  readonly id: string;
  readonly name: string;
  readonly condition: CompiledCondition;
  readonly skills: readonly NeededSkill[];
  /** Those whose team is there. */
  readonly steps: readonly RoutingStep[];
  /** What keeps the ticket out: the first part that does not hold, at most three of its fields. */
  whyNot(subject: ConditionSubject): PassedRule;
  /** It would, but leads to no team that the ticket may go to. */
  readonly leadsElsewhere: PassedRule;
  said(leaves: readonly FieldCondition[]): SaidCondition[];
};

export type Stored = CompileOptions & {
  readonly rules: readonly StoredRule[];
  readonly agents: readonly Agent[];
  readonly teamIds: readonly string[];
  readonly skillIds: readonly string[];
  /** Names of people and teams. */
  readonly called: ReadonlyMap<string, string>;
  readonly names: ConditionNames;
};

/** Everything of a workspace that routing needs and that changes seldom: made once, kept until somebody changes it. */
export type CompiledRouting = {
  readonly rules: readonly CompiledRule[];
  /** Team → its people. */
  readonly members: ReadonlyMap<string, readonly Agent[]>;
  readonly agents: ReadonlyMap<string, Agent>;
  /** Names of people and teams. */
  readonly called: ReadonlyMap<string, string>;
  readonly needs: FactNeeds;
  /** A change of one of these may lead a ticket elsewhere. */
  readonly watched: ReadonlySet<ChangedField>;
};

/** Only enabled rules; a step whose team is gone and a skill that is gone are left out, a rule without steps too. */
export function compileRouting(stored: Stored): CompiledRouting {
  const teams = new Set(stored.teamIds);
  const skills = new Set(stored.skillIds);
  const rules = stored.rules
    .filter(({ enabled }) => enabled)
    .map((rule) => ({
      ...rule,
      steps: rule.steps.filter(({ teamId }) => teams.has(teamId)),
      skills: rule.skills.filter(({ skillId }) => skills.has(skillId)),
    }))
    .filter(({ steps }) => steps.length > 0)
    .map((rule) => compileRule(rule, stored));
  const asksLastAgent = rules.some(({ steps }) => steps.some((step) => step.lastAgentFirst));
  return {
    rules,
    members: membersOf(stored.agents),
    agents: new Map(stored.agents.map((agent) => [agent.id, agent])),
    called: stored.called,
    needs: joinNeeds([
      ...rules.map(({ condition }) => condition.needs),
      { requester: asksLastAgent, message: false },
    ]),
    watched: new Set(
      stored.rules.flatMap(({ condition }) =>
        leavesOf(condition).flatMap(({ leaf }) => watchedBy[leaf.field] ?? []),
      ),
    ),
  };
}

/** Fields of a ticket behind those of conditions; the others never change in its life, or change what was decided. */
const watchedBy: Partial<Record<FieldCondition['field'], ChangedField>> = {
  type: 'type',
  priority: 'priority',
  impact: 'impact',
  urgency: 'urgency',
  category: 'categoryId',
  tags: 'tags',
  subject: 'subject',
  text: 'subject',
  region: 'region',
  own: 'fields',
};

function membersOf(agents: readonly Agent[]): ReadonlyMap<string, readonly Agent[]> {
  const members = new Map<string, Agent[]>();
  for (const agent of agents) {
    for (const teamId of agent.teamIds) {
      const known = members.get(teamId);
      if (known) {
        known.push(agent);
      } else {
        members.set(teamId, [agent]);
      }
    }
  }
  return members;
}

const mostSaid = 3;

function compileRule(
  { id, name, condition, skills, steps, edition }: StoredRule,
  { names, timeZone, categories }: Pick<Stored, 'names' | 'timeZone' | 'categories'>,
): CompiledRule {
  const said = (leaves: readonly FieldCondition[]) =>
    leaves.map((leaf) => saidCondition(leaf, names));
  const options = { timeZone, categories };
  const tests = partsOf(condition).map((part) => compileCondition(part, options).test);
  const kept = (part: number): PassedRule['kept'] =>
    typeof edition === 'number' ? [edition, part] : null;
  // Made beforehand: every ticket passes most of the rules by.
  const passed = tests.map((_, part): PassedRule => ({
    id,
    name,
    why: 'condition',
    failed: said(fieldsOfPart(condition, part)),
    kept: kept(part),
  }));
  const unclear: PassedRule = { id, name, why: 'condition', failed: [], kept: kept(tests.length) };
  return {
    id,
    name,
    skills,
    steps,
    condition: compileCondition(condition, options),
    said,
    whyNot: (subject) => passed[tests.findIndex((test) => !test(subject))] ?? unclear,
    leadsElsewhere: { id, name, why: 'team', failed: [], kept: kept(otherTeam) },
  };
}

/** What is said of a part that does not hold. */
export const fieldsOfPart = (condition: Condition, part: number): FieldCondition[] => {
  const own = partsOf(condition)[part];
  return own
    ? leavesOf(own)
        .slice(0, mostSaid)
        .map(({ leaf }) => leaf)
    : [];
};

function partsOf(condition: Condition): readonly Condition[] {
  const group = groupOf(condition);
  return group?.[0] === 'all' ? group[1] : [condition];
}
