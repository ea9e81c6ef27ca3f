import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { priorities } from '../../../../ui/marks.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { useOwnFields } from '../../lib/own-fields.ts';
import { categoryPath, inUse, useCategories, useTags, useTeams, useUsers } from '../../lib/refs.ts';
import { OwnFieldInput, type Value } from '../../parts/own-fields/own-field-input.tsx';
import { TaskLine } from './task-line.tsx';
import { useNeedWords } from './use-need-words.ts';
import { tasksQuery } from './workflow-queries.ts';
import classes from './workflow.module.css';

type Props = {
  need: string;
  ticket: Ticket;
  isFirst: boolean;
  /** What is wrong with what was given, in words. */
  wrong: string | null;
  value: Value;
  onChange: (value: Value) => void;
};

type Option = { value: string; label: string };

/** What can be chosen for a need that is a choice; nothing for the others. */
function useOptions(): Readonly<Record<string, Option[]>> {
  const { t } = useTranslation();
  const categories = useCategories().data ?? [];
  const teams = useTeams().data ?? [];
  const users = (useUsers().data ?? []).filter(({ active }) => active);
  const levels = priorities.map((value) => ({ value, label: t(`ui.priority.${value}`) }));
  return {
    category: inUse(categories).map(({ id }) => ({
      value: id,
      label: categoryPath(categories, id),
    })),
    team: teams.map(({ id, name }) => ({ value: id, label: name })),
    assignee: users.map(({ id, name }) => ({ value: id, label: name })),
    impact: levels,
    urgency: levels,
  };
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

// The person has just asked to go on, and the first of these is what they were asked for.
const focusOf = (isFirst: boolean) =>
  isFirst ? { 'data-autofocus': true, autoFocus: true as const } : {};

/** One thing that is missing: asked for, or said where it is to be done. */
export function MissingField(props: Props) {
  const { t } = useTranslation();
  const { need, ticket, isFirst, wrong, value, onChange } = props;
  const own = useOwnFields().find(({ name }) => `fields.${name}` === need);
  if (need === 'tasks') {
    return <OpenTasks ticket={ticket} />;
  }
  if (need === 'answer' || need === 'organization') {
    return <p className={classes.text}>{t(`workflow.missing.${need}`)}</p>;
  }
  return own ? (
    <OwnFieldInput
      field={own}
      more={{ ...focusOf(isFirst), error: wrong }}
      value={value}
      onChange={onChange}
    />
  ) : (
    <BuiltInField {...props} />
  );
}

function BuiltInField({ need, isFirst, value, onChange }: Props) {
  const { t } = useTranslation();
  const words = useNeedWords();
  const options = useOptions()[need];
  const tags = useTags().data ?? [];
  const asked = { ...focusOf(isFirst), label: capital(words(need)), onChange };
  if (options) {
    return (
      <Select
        {...asked}
        placeholder={t('workflow.missing.choose')}
        data={options}
        searchable
        openOnFocus={false}
        value={value as string | null}
      />
    );
  }
  if (need === 'tags') {
    const chosen = (value as string[] | null) ?? [];
    return <TagsInput {...asked} data={tags.map(({ name }) => name)} value={chosen} />;
  }
  return need === 'time' ? (
    <NumberInput
      {...asked}
      label={t('workflow.missing.time')}
      min={1}
      value={(value as number | null) ?? ''}
    />
  ) : (
    <TextInput
      {...asked}
      value={(value as string | null) ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function OpenTasks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery(tasksQuery(String(ticket.number)));
  return (
    <div>
      <p className={classes.text}>{t('workflow.missing.tasks')}</p>
      <ul className={classes.list}>
        {data
          .filter(({ doneAt }) => doneAt === null)
          .map((task) => (
            <TaskLine key={task.id} task={task} tickOnly />
          ))}
      </ul>
    </div>
  );
}
