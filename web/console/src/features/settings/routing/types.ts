import type { components } from '../../../../../../contracts/client.ts';

export type RoutingRule = components['schemas']['RoutingRule'];
export type RoutingStep = components['schemas']['RoutingStep'];
export type RoutingAgent = components['schemas']['RoutingAgent'];
export type Skill = components['schemas']['Skill'];
export type WaitingTicket = components['schemas']['WaitingTicket'];
export type Draft = Pick<RoutingRule, 'name' | 'condition' | 'skills' | 'steps'>;

export const ways = ['round_robin', 'least_loaded', 'best_skilled', 'team'] as const;
export const levels = [1, 2, 3, 4, 5] as const;

export const emptyStep: RoutingStep = {
  teamId: '',
  who: 'available',
  way: 'round_robin',
  lastAgentFirst: false,
  anySkill: false,
};
