import {
  compileCondition,
  joinNeeds,
  problemsIn,
  type CompiledCondition,
  type CompileOptions,
  type Condition,
  type ConditionNames,
  type ConditionProblem,
  type FactNeeds,
} from '../../tickets/public.ts';
import {
  isOutward,
  type RuleAction,
  type RuleDefinition,
  type RuleEvent,
  type RuleMoment,
} from '../schema.ts';
import { actionProblems, type ActionNames } from './action-problems.ts';

export type StoredRule = RuleDefinition & { readonly id: string; readonly version: number };

export type CompiledRule = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly on: ReadonlySet<RuleEvent>;
  /** Of a rule of time. */
  readonly time: { readonly since: RuleMoment; readonly minutes: number } | null;
  readonly source: Condition;
  readonly condition: CompiledCondition;
  /** Those whose team, person or template is there. */
  readonly changes: readonly RuleAction[];
  readonly outward: readonly RuleAction[];
  readonly runs: readonly string[];
};

/** Everything of a workspace that rules need for a ticket: made once, kept until somebody changes it. */
export type CompiledRules = {
  readonly rules: readonly CompiledRule[];
  readonly byId: ReadonlyMap<string, CompiledRule>;
  readonly needs: FactNeeds;
  readonly names: ConditionNames;
};

export type RuleNames = { readonly conditions: ConditionNames; readonly actions: ActionNames };

export function problemsOf(rule: RuleDefinition, names: RuleNames): ConditionProblem[] {
  return [
    ...problemsIn(rule.condition, names.conditions).map(({ path, code }) => ({
      path: ['condition', path].filter(Boolean).join('.'),
      code,
    })),
    ...actionProblems(rule.actions, names.actions),
  ];
}

/** Who answers has to know that no program is answered. */
const answerNeeds = (rules: readonly CompiledRule[]): FactNeeds => ({
  requester: false,
  message: rules.some(({ outward }) => outward.some(({ kind }) => kind === 'reply')),
});

/** Only enabled rules; an action that names what is gone is left out, since it could only make every ticket fail. */
export function compileRules(
  stored: readonly StoredRule[],
  { names, ...options }: CompileOptions & { readonly names: RuleNames },
): CompiledRules {
  const rules = stored
    .filter(({ enabled }) => enabled)
    .map((rule): CompiledRule => {
      const broken = new Set(actionProblems(rule.actions, names.actions).map(({ path }) => path));
      const actions = rule.actions.filter((_, at) => !broken.has(`actions.${at}`));
      return {
        id: rule.id,
        name: rule.name,
        version: rule.version,
        on: new Set('on' in rule.trigger ? rule.trigger.on : []),
        time: 'since' in rule.trigger ? rule.trigger : null,
        source: rule.condition,
        condition: compileCondition(rule.condition, options),
        changes: actions.filter((action) => !isOutward(action) && action.kind !== 'run'),
        outward: actions.filter(isOutward),
        runs: actions.flatMap((action) => (action.kind === 'run' ? [action.ruleId] : [])),
      };
    });
  return {
    rules,
    byId: new Map(rules.map((rule) => [rule.id, rule])),
    needs: joinNeeds([...rules.map(({ condition }) => condition.needs), answerNeeds(rules)]),
    names: names.conditions,
  };
}
