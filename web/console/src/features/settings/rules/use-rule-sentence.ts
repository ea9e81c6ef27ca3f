import { useTranslation } from 'react-i18next';
import { useFoundNames } from '../../../parts/conditions/use-choices.ts';
import { useConditionSentence } from '../../../parts/conditions/use-sentence.ts';
import { isOfAll } from '../../../parts/conditions/tree.ts';
import { useCategories, useTeams, useUsers } from '../../../lib/refs.ts';
import type { Rule, RuleAction, RuleTrigger } from './rule-types.ts';

type Definition = Pick<Rule, 'trigger' | 'condition' | 'actions'>;

const minutesOf = { days: 1440, hours: 60, minutes: 1 } as const;

/** The largest in which the time is a whole number. */
const unitOf = (minutes: number): keyof typeof minutesOf =>
  minutes % minutesOf.days === 0 ? 'days' : minutes % minutesOf.hours === 0 ? 'hours' : 'minutes';

/** When, if, then: a rule as one would say it. */
export function useRuleSentence(of: readonly Definition[]): (rule: Definition) => string {
  const { t } = useTranslation();
  const named = useFoundNames(of.map((rule) => rule.condition));
  const condition = useConditionSentence();
  const action = useActionWords();
  const when = (trigger: RuleTrigger) =>
    'on' in trigger
      ? trigger.on.map((event) => t(`rules.event.${event}`)).join(` ${t('conditions.or')} `)
      : t(`rules.after.${unitOf(trigger.minutes)}`, {
          moment: t(`rules.moment.${trigger.since}`),
          count: trigger.minutes / minutesOf[unitOf(trigger.minutes)],
        });
  return (rule) =>
    t(isOfAll(rule.condition) ? 'rules.sentenceOfAll' : 'rules.sentence', {
      when: when(rule.trigger),
      condition: condition(rule.condition, named),
      actions: rule.actions.map(action).join(', '),
    });
}

function useActionWords(): (action: RuleAction) => string {
  const { t } = useTranslation();
  const users = useUsers().data ?? [];
  const teams = useTeams().data ?? [];
  const categories = useCategories().data ?? [];
  const names = new Map([...users, ...teams, ...categories].map(({ id, name }) => [id, name]));
  const value = (action: RuleAction): string => {
    switch (action.kind) {
      case 'priority':
        return t(`conditions.value.level.${action.value}`);
      case 'status':
      case 'type':
        return t(`conditions.value.${action.kind}.${action.value}`);
      case 'team':
      case 'assignee':
      case 'category':
        return action.value === null ? t('rules.nobody') : (names.get(action.value) ?? '…');
      case 'tags':
        return [
          ...action.add.map((tag) => `+${tag}`),
          ...action.remove.map((tag) => `−${tag}`),
        ].join(' ');
      default:
        return '';
    }
  };
  return (action) => [t(`rules.action.${action.kind}`), value(action)].filter(Boolean).join(' ');
}
