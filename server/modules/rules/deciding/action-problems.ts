import type { ConditionProblem } from '../../tickets/public.ts';
import type { RuleAction } from '../schema.ts';

/** `kind id` → whether it can be used now. */
export type ActionNames = ReadonlyMap<string, 'active' | 'inactive'>;

/** What an action names by id. */
export function namedIn(action: RuleAction): { readonly kind: string; readonly id: string }[] {
  switch (action.kind) {
    case 'team':
    case 'category':
    case 'assignee':
      return action.value === null ? [] : [{ kind: action.kind, id: action.value }];
    case 'reply':
      return [{ kind: 'template', id: action.templateId }];
    case 'run':
      return [{ kind: 'rule', id: action.ruleId }];
    case 'task':
      return action.userId === null ? [] : [{ kind: 'assignee', id: action.userId }];
    case 'escalate':
    case 'notify':
      return action.userIds.map((id) => ({ kind: 'assignee', id }));
    default:
      return [];
  }
}

export function actionProblems(
  actions: readonly RuleAction[],
  names: ActionNames,
): ConditionProblem[] {
  return actions.flatMap((action, at): ConditionProblem[] => {
    const states = namedIn(action).map(({ kind, id }) => names.get(`${kind} ${id}`));
    if (states.includes(undefined)) {
      return [{ path: `actions.${at}`, code: 'gone' }];
    }
    return states.includes('inactive') ? [{ path: `actions.${at}`, code: 'inactive' }] : [];
  });
}
