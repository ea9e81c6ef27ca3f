import type { ConditionProblem } from '../../tickets/public.ts';
import type { RuleAction } from '../schema.ts';

/** `kind id` → whether it can be used now. */
export type ActionNames = ReadonlyMap<string, 'active' | 'inactive'>;

type Named = { readonly kind: string; readonly id: string };

/** What an action names by id. */
export function namedIn(action: RuleAction): Named[] {
  switch (action.kind) {
    case 'reply':
      return [{ kind: 'template', id: action.templateId }];
    case 'run':
      return [{ kind: 'rule', id: action.ruleId }];
    case 'team':
    case 'category':
    case 'assignee':
      return named(action.kind, [action.value]);
    default:
      return named('assignee', peopleIn(action));
  }
}

const peopleIn = (action: RuleAction): readonly (string | null)[] =>
  'userIds' in action ? action.userIds : 'userId' in action ? [action.userId] : [];

const named = (kind: string, ids: readonly (string | null)[]): Named[] =>
  ids.filter((id) => id !== null).map((id) => ({ kind, id }));

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
