import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFoundNames } from '../../../parts/conditions/use-choices.ts';
import { useConditionSentence } from '../../../parts/conditions/use-sentence.ts';
import { isOfAll } from '../../../parts/conditions/tree.ts';
import { useOwnFields } from '../../../lib/own-fields.ts';
import { useCategories, useTeams, useUsers } from '../../../lib/refs.ts';
import { useItems } from '../use-items.ts';
import { rulesQuery } from './rules-query.ts';
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

type Named = { id: string; name: string };

/** Whatever actions name, by id. */
function useNames(): (id: string | null) => string {
  const { t } = useTranslation();
  const known: (readonly Named[] | undefined)[] = [
    useUsers().data,
    useTeams().data,
    useCategories().data,
    useItems<Named>('templates', '/templates').data,
    useQuery(rulesQuery).data,
  ];
  const names = new Map(known.flatMap((list = []) => list.map(({ id, name }) => [id, name])));
  return (id) => (id === null ? t('rules.nobody') : (names.get(id) ?? '…'));
}

type Of<Kind extends RuleAction['kind']> = Extract<RuleAction, { kind: Kind }>;
type Words = { [Kind in RuleAction['kind']]: (action: Of<Kind>) => string };

function useActionWords(): (action: RuleAction) => string {
  const { t } = useTranslation();
  const nameOf = useNames();
  const fields = useOwnFields();
  const quoted = (value: string) => t('conditions.quoted', { value });
  const refOf = (id: string | null) => (id === null ? nameOf(null) : quoted(nameOf(id)));
  const called = (name: string) => fields.find((field) => field.name === name)?.label ?? name;
  const tags = (sign: string, list: readonly unknown[]) =>
    list.map((tag) => `${sign}${String(tag)}`);
  const says: Words = {
    priority: ({ value }) => t(`conditions.value.level.${value}`),
    status: ({ value }) => t(`conditions.value.status.${value}`),
    type: ({ value }) => t(`conditions.value.type.${value}`),
    team: ({ value }) => refOf(value),
    assignee: ({ value }) => nameOf(value),
    category: ({ value }) => refOf(value),
    region: ({ value }) => value ?? '',
    own: ({ name, value }) => `${quoted(called(name))} ${value ?? ''}`,
    tags: ({ add, remove }) => [...tags('+', add), ...tags('−', remove)].join(' '),
    reply: ({ templateId }) => quoted(nameOf(templateId)),
    run: ({ ruleId }) => quoted(nameOf(ruleId)),
    notify: ({ userIds, assignee }) =>
      [userIds.map(nameOf).join(', '), assignee ? t('rules.toAssignee') : ''].join(' ').trim(),
    escalate: ({ leads, onDuty, userIds }) =>
      [
        ...(leads ? [t('rules.calledParty.leads')] : []),
        ...(onDuty ? [t('rules.calledParty.onDuty')] : []),
        ...userIds.map(nameOf),
      ].join(', '),
    task: ({ text }) => quoted(text),
    note: () => '',
    webhook: () => '',
  };
  return (action) => {
    const value = (says[action.kind] as (one: RuleAction) => string)(action);
    return [t(`rules.action.${action.kind}`), value].filter((part) => part.trim()).join(' ');
  };
}
