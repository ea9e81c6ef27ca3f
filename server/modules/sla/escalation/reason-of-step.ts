import type { Reason } from '../../../kernel/events.ts';
import type { FiredStep } from './decide-escalation.ts';
import type { EscalationMoment } from './schema.ts';

const momentCode = (when: EscalationMoment): [string, Record<string, number>] => {
  if ('share' in when) {
    return ['sla_step_share', { percent: Math.round(when.share * 100) }];
  }
  if ('minutesLeft' in when) {
    return ['sla_step_left', { minutes: when.minutesLeft }];
  }
  return when.minutesOver === 0
    ? ['sla_step_breach', {}]
    : ['sla_step_over', { minutes: when.minutesOver }];
};

/** Why something was told or changed: the step, and when it comes. */
export function reasonOfStep({ policy, step }: FiredStep): Reason {
  const [code, moment] = momentCode(step.when);
  const about = { policyId: policy.id, policy: policy.name, target: step.target, step: step.id };
  return { code, params: { ...about, ...moment } };
}
