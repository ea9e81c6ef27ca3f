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
export type { Loads } from './deciding/choose.ts';
export type { Decision } from './decision.ts';
