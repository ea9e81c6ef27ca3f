/** What other modules may use. Nothing else in this folder exists for them. */
export { startRuleTimers } from './timers/rule-timers.ts';
export { readCompiled as readRules, type KnownRules } from './known-rules.ts';
export { keyOf, rulesPolicy, type RuleEffectAsked } from './deciding/decide.ts';
export type { CompiledRule, CompiledRules, StoredRule } from './deciding/compile-rules.ts';
export { addRule, changeRule, orderRules, removeRule } from './commands/change-rules.ts';
export { ruleFields, RuleDefinition, type RuleMoment } from './schema.ts';
