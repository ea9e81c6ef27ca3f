import { Checkbox, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useChoices } from '../../../parts/conditions/use-choices.ts';
import type { KnownField } from '../../../parts/conditions/fields.data.ts';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { EscalateValue } from './escalate-value.tsx';
import { OwnValue } from './own-value.tsx';
import type { RuleAction } from './rule-types.ts';
import { rulesQuery } from './rules-query.ts';
import { TaskValue } from './task-value.tsx';

type Props = {
  action: RuleAction;
  ownId: string | undefined;
  label: string;
  onChange: (action: RuleAction) => void;
};

/** What an action needs to know. */
export function ActionValue(props: Props) {
  const { action } = props;
  switch (action.kind) {
    case 'own':
      return <OwnValue {...props} action={action} />;
    case 'tags':
      return <TagsValue {...props} action={action} />;
    case 'note':
      return <NoteValue {...props} action={action} />;
    case 'notify':
      return <NotifyValue {...props} action={action} />;
    case 'task':
      return <TaskValue {...props} action={action} />;
    case 'escalate':
      return <EscalateValue {...props} action={action} />;
    case 'reply':
      return <ReplyValue {...props} action={action} />;
    case 'webhook':
      return <UrlValue {...props} action={action} />;
    case 'run':
      return <RunValue {...props} action={action} />;
    default:
      return <FieldValue {...props} action={action} />;
  }
}

type Of<Kind extends RuleAction['kind']> = Omit<Props, 'action'> & {
  action: Extract<RuleAction, { kind: Kind }>;
};

const takesNone = new Set(['team', 'assignee', 'category']);

function FieldValue({
  action,
  label,
  onChange,
}: Of<'status' | 'priority' | 'type' | 'team' | 'assignee' | 'category' | 'region'>) {
  const { t } = useTranslation();
  const choices = useChoices(action.kind as KnownField).filter(
    ({ value }) => action.kind !== 'status' || !['any_open', 'new', 'spam'].includes(value),
  );
  if (action.kind === 'region') {
    return (
      <TextInput
        aria-label={label}
        value={action.value ?? ''}
        onChange={(event) => onChange({ ...action, value: event.currentTarget.value })}
      />
    );
  }
  const none = takesNone.has(action.kind) ? [{ value: 'none', label: t('rules.nobody') }] : [];
  return (
    <Select
      aria-label={label}
      searchable
      allowDeselect={false}
      data={[...none, ...choices]}
      value={action.value ?? 'none'}
      onChange={(value) =>
        onChange({ ...action, value: value === 'none' ? null : value } as RuleAction)
      }
    />
  );
}

function TagsValue({ action, onChange }: Of<'tags'>) {
  const { t } = useTranslation();
  return (
    <>
      {(['add', 'remove'] as const).map((way) => (
        <TagsInput
          key={way}
          acceptValueOnBlur
          aria-label={t(`rules.tags.${way}`)}
          placeholder={t(`rules.tags.${way}`)}
          value={[...action[way]] as string[]}
          onChange={(tags: string[]) => onChange({ ...action, [way]: tags })}
        />
      ))}
    </>
  );
}

function NoteValue({ action, label, onChange }: Of<'note'>) {
  return (
    <Textarea
      aria-label={label}
      autosize
      className={classes.grow ?? ''}
      value={action.text}
      onChange={(event) => onChange({ ...action, text: event.currentTarget.value })}
    />
  );
}

function NotifyValue({ action, onChange }: Of<'notify'>) {
  const { t } = useTranslation();
  const people = useChoices('assignee');
  return (
    <>
      <MultiSelect
        aria-label={t('rules.whom')}
        placeholder={t('rules.whom')}
        searchable
        data={people}
        value={action.userIds}
        onChange={(userIds) => onChange({ ...action, userIds })}
      />
      <Checkbox
        label={t('rules.toAssignee')}
        checked={action.assignee}
        onChange={(event) => onChange({ ...action, assignee: event.currentTarget.checked })}
      />
      <TextInput
        aria-label={t('rules.notifyText')}
        placeholder={t('rules.notifyText')}
        className={classes.grow ?? ''}
        value={action.text}
        onChange={(event) => onChange({ ...action, text: event.currentTarget.value })}
      />
    </>
  );
}

function ReplyValue({ action, label, onChange }: Of<'reply'>) {
  const templates = useItems<{ id: string; name: string }>('templates', '/templates').data ?? [];
  return (
    <Select
      aria-label={label}
      searchable
      allowDeselect={false}
      data={templates.map(({ id, name }) => ({ value: id, label: name }))}
      value={action.templateId || null}
      onChange={(templateId) => onChange({ ...action, templateId: templateId ?? '' })}
    />
  );
}

function UrlValue({ action, label, onChange }: Of<'webhook'>) {
  return (
    <TextInput
      aria-label={label}
      type="url"
      className={classes.grow ?? ''}
      value={action.url}
      onChange={(event) => onChange({ ...action, url: event.currentTarget.value.trim() })}
    />
  );
}

function RunValue({ action, label, ownId, onChange }: Of<'run'>) {
  const rules = useQuery(rulesQuery).data ?? [];
  return (
    <Select
      aria-label={label}
      searchable
      allowDeselect={false}
      data={rules
        .filter(({ id }) => id !== ownId)
        .map(({ id, name }) => ({ value: id, label: name }))}
      value={action.ruleId || null}
      onChange={(ruleId) => onChange({ ...action, ruleId: ruleId ?? '' })}
    />
  );
}
