/**
 * Reasons of the policies that a replay asks again. What they changed in the past is left out, since each variant decides it
 * for itself; everything else, whoever did it, is replayed as it was.
 */
export const decidedAnew: ReadonlySet<string> = new Set([
  'customer_answered',
  'reopened_by_customer',
  'woken_by_customer',
  'answered',
  'assigned',
  'rule',
  'sla_step_share',
  'sla_step_left',
  'sla_step_breach',
  'sla_step_over',
]);

/** Beside them, from the moment on from which routing decides anew. */
export const routedAnew: ReadonlySet<string> = new Set([
  'routed',
  'routed_to_team',
  'routing_waits',
]);

/** The actor in whose name rules write notes and answers. */
export const ruleActorName = 'rules';

/** Somebody absent has handed the ticket over, or got it back. */
export const ofAbsence: ReadonlySet<string> = new Set([
  'absence.handed',
  'absence.left_to_team',
  'absence.returned',
]);
