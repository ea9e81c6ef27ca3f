import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../../../parts/conditions/use-choices.ts';
import classes from '../settings.module.css';
import { HoursInput } from './hours-input.tsx';
import type { RuleAction } from './rule-types.ts';

type TaskAction = Extract<RuleAction, { kind: 'task' }>;
type Props = { action: TaskAction; onChange: (action: TaskAction) => void };

const [nobody, theAssignee] = ['none', 'assignee'];

/** What is to be done, by whom, and within how many hours. */
export function TaskValue({ action, onChange }: Props) {
  const { t } = useTranslation();
  const people = useChoices('assignee');
  const doer = action.userId ?? (action.assignee ? theAssignee : nobody);
  const give = (to: string | null) => {
    const isPerson = to !== null && to !== nobody && to !== theAssignee;
    onChange({ ...action, userId: isPerson ? to : null, assignee: to === theAssignee });
  };
  return (
    <>
      <TextInput
        aria-label={t('rules.taskText')}
        placeholder={t('rules.taskText')}
        className={classes.grow ?? ''}
        value={action.text}
        onChange={(event) => onChange({ ...action, text: event.currentTarget.value })}
      />
      <Select
        aria-label={t('rules.taskDoer')}
        searchable
        allowDeselect={false}
        data={[
          { value: theAssignee, label: t('rules.taskAssignee') },
          { value: nobody, label: t('rules.taskAnybody') },
          ...people,
        ]}
        value={doer}
        onChange={give}
      />
      <HoursInput
        aria-label={t('rules.taskHours')}
        placeholder={t('rules.taskHours')}
        prefix={t('rules.taskWithin')}
        suffix={t('rules.taskUnit')}
        minutes={action.dueInMinutes}
        onChange={(dueInMinutes) => onChange({ ...action, dueInMinutes })}
        onClear={() => onChange({ ...action, dueInMinutes: null })}
      />
    </>
  );
}
