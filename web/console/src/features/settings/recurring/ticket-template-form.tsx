import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { priorities } from '../../../../../ui/marks.tsx';
import { ticketTypes } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { PersonPick } from '../../../lib/person-pick.tsx';
import { ApiProblem, fieldWords, wordsOf } from '../../../lib/problem.ts';
import { categoryPath, inUse, useCategories, useTeams, useUsers } from '../../../lib/refs.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import type { TicketTemplate } from './recurrence-value.ts';

type Props = { template: TicketTemplate | null; onClose: () => void };

const nothing = {
  name: '',
  subject: '',
  body: '',
  type: 'task' as TicketTemplate['type'],
  priority: 'normal' as TicketTemplate['priority'],
  categoryId: null as string | null,
  teamId: null as string | null,
  assigneeId: null as string | null,
  tags: [] as string[],
  requesterId: null as string | null,
};
type Values = typeof nothing;

function valuesOf(template: TicketTemplate): Values {
  const { name, subject, body, type, priority, category, team, assignee, tags } = template;
  return {
    name,
    subject,
    body,
    type,
    priority,
    categoryId: category?.id ?? null,
    teamId: team?.id ?? null,
    assigneeId: assignee?.id ?? null,
    tags,
    requesterId: template.requester?.id ?? null,
  };
}

const codes = {
  name: '{{ customer.name }}',
  date: '{{ occurrence.date | date: "day" }}',
  agent: '{{ agent.name }}',
  company: '{{ company.name }}',
};

function useTicketTemplateForm({ template, onClose }: Props) {
  const { t } = useTranslation();
  const need = (words: string) => (value: string) => (value.trim() ? null : words);
  const form = useForm<Values>({
    initialValues: template ? valuesOf(template) : nothing,
    validate: {
      name: need(t('recurring.needName')),
      subject: need(t('recurring.needSubject')),
      body: need(t('recurring.needBody')),
    },
  });
  // A text is sent only when it was changed: what came with a form of its own by the API keeps it.
  const asked = ({ body, ...rest }: Values) => (body === template?.body ? rest : { ...rest, body });
  const save = useSave(
    (values: Values) =>
      template
        ? api.patch(`/ticket-templates/${template.id}`, {
            ...asked(values),
            version: template.version,
          })
        : api.post('/ticket-templates', values),
    {
      touches: ['ticket-templates', 'recurrences'],
      onDone: onClose,
      onError: (error) => {
        const said = { ...fieldWords(error), ...placed(error) };
        form.setErrors(Object.keys(said).length > 0 ? said : { form: wordsOf(error).words });
      },
    },
  );
  /** Where a text cannot be understood. */
  const placed = (error: unknown): Record<string, string> =>
    error instanceof ApiProblem
      ? Object.fromEntries(
          error.errors
            .filter(({ line }) => line !== undefined)
            .map((problem) => {
              const { field, code, line, about } = problem as typeof problem & { about?: string };
              const where = t('settings.templates.line', { line });
              return [field, `${where} ${t(`settings.templates.problem.${code}`, { about })}`];
            }),
        )
      : {};
  return { form, save };
}
type Form = ReturnType<typeof useTicketTemplateForm>['form'];

export function TicketTemplateForm(props: Props) {
  const { t } = useTranslation();
  const { form, save } = useTicketTemplateForm(props);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('recurring.name')} {...form.getInputProps('name')} />
      <TextInput label={t('recurring.subject')} {...form.getInputProps('subject')} />
      <Textarea
        label={t('recurring.body')}
        autosize
        minRows={4}
        maxRows={16}
        {...form.getInputProps('body')}
      />
      <div className={classes.row}>
        <span>{t('recurring.insert')}</span>
        {(['name', 'date', 'agent', 'company'] as const).map((what) => (
          <Button
            key={what}
            variant="subtle"
            size="compact-sm"
            onClick={() => form.setFieldValue('body', `${form.values.body}${codes[what]}`)}
          >
            {t(`recurring.insertWhat.${what}`)}
          </Button>
        ))}
      </div>
      <Requester form={form} known={props.template?.requester?.name ?? ''} />
      <Choices form={form} />
      <p role="alert" className={classes.error}>
        {form.errors['form']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(props.template ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

function Requester({ form, known }: { form: Form; known: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(known);
  return (
    <div>
      <PersonPick
        label={t('recurring.requester')}
        found={(count) => t('recurring.found', { count })}
        value={typed}
        onType={(text) => {
          setTyped(text);
          form.setFieldValue('requesterId', null);
        }}
        onPick={({ id, name }) => {
          setTyped(name);
          form.setFieldValue('requesterId', id);
        }}
        error={form.errors['requesterId'] as string | undefined}
      />
      <p className={classes.hint}>{t('recurring.requesterHint')}</p>
    </div>
  );
}

const named = (list: readonly { id: string; name: string }[] = []) =>
  list.map(({ id, name }) => ({ value: id, label: name }));

function Choices({ form }: { form: Form }) {
  const { t } = useTranslation();
  const categories = useCategories().data ?? [];
  const users = (useUsers().data ?? []).filter(({ active }) => active);
  return (
    <>
      <div className={classes.grid}>
        <Select
          label={t('tickets.field.type')}
          data={ticketTypes.map((value) => ({ value, label: t(`tickets.type.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('type')}
        />
        <Select
          label={t('tickets.field.priority')}
          data={priorities.map((value) => ({ value, label: t(`ui.priority.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('priority')}
        />
        <Select
          label={t('tickets.field.category')}
          data={inUse(categories, form.values.categoryId).map(({ id }) => ({
            value: id,
            label: categoryPath(categories, id),
          }))}
          searchable
          clearable
          {...form.getInputProps('categoryId')}
        />
        <Select
          label={t('tickets.field.team')}
          data={named(useTeams().data)}
          clearable
          {...form.getInputProps('teamId')}
        />
        <Select
          label={t('tickets.field.assignee')}
          data={named(users)}
          searchable
          clearable
          {...form.getInputProps('assigneeId')}
        />
      </div>
      <TagsInput label={t('tickets.field.tags')} {...form.getInputProps('tags')} />
    </>
  );
}
