/** What other modules may use. Nothing else in this folder exists for them. */
export { startHandingOut } from './hand-out-waiting.ts';
export type { RoutingMemory } from './memory.ts';
export {
  compileRouting,
  type Agent,
  type CompiledRouting,
  type StoredRule,
} from './deciding/compile.ts';
export { routingPolicy, type RoutingEffect, type RoutingSettings } from './deciding/decide.ts';
export { routingKey, type Placed } from './deciding/call.ts';
export {
  addRoutingRule,
  changeRoutingRule,
  orderRoutingRules,
  removeRoutingRule,
} from './commands/change-rules.ts';
export { compiledWith as readRoutingWith, readRuleRows, storedOf } from './queries/read-routing.ts';
export { RuleDefinition as RoutingRuleDefinition } from './schema.ts';
export type { Loads, Presence } from './deciding/choose.ts';
export { urgencies, weights } from './deciding/weights.data.ts';
export type { Decision } from './decision.ts';
