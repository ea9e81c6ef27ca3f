import { Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { useTeams } from '../../lib/refs.ts';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

/** What a template may speak of, as it is written. */
const variables = [
  'requester.name',
  'requester.first_name',
  'ticket.number',
  'ticket.subject',
  'agent.name',
  'company.name',
];

type Values = { name: string; ru: string; en: string; teamId: string | null; tags: string[] };

/** A language is sent only when it was changed: what came with a form of its own by the API keeps it. */
function textOf(values: Values, before: Template | null) {
  const changed = (['ru', 'en'] as const).filter(
    (locale) => values[locale].trim() !== (before?.text[locale]?.body ?? ''),
  );
  return Object.fromEntries(
    changed.map((locale) => [locale, values[locale].trim() ? { body: values[locale] } : null]),
  );
}

type Props = { template: Template | null; onClose: () => void };

const valuesOf = (template: Template | null): Values =>
  template
    ? {
        name: template.name,
        ru: template.text.ru?.body ?? '',
        en: template.text.en?.body ?? '',
        teamId: template.team?.id ?? null,
        tags: template.tags,
      }
    : { name: '', ru: '', en: '', teamId: null, tags: [] };

function useTemplateForm({ template, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    initialValues: valuesOf(template),
    validate: {
      name: (value) => (value.trim() ? null : t('settings.templates.needName')),
      ru: (value, values) =>
        value.trim() || values.en.trim() ? null : t('settings.templates.needText'),
    },
  });
  const save = useSave(
    ({ name, teamId, tags, ...values }: Values) => {
      const text = textOf({ name, teamId, tags, ...values }, template);
      return template
        ? api.patch(`/templates/${template.id}`, {
            name,
            teamId,
            tags,
            version: template.version,
            ...(Object.keys(text).length > 0 ? { text } : {}),
          })
        : api.post('/templates', { name, teamId, tags, text });
    },
    {
      touches: ['templates'],
      onDone: onClose,
      onError: (error) => {
        const words = fieldWords(error);
        const named = Object.entries(words).map(([field, said]) => [
          field.replace('text.', ''),
          said,
        ]);
        form.setErrors(
          named.length > 0 ? Object.fromEntries(named) : { form: wordsOf(error).words },
        );
      },
    },
  );
  return { form, save };
}

export function TemplateForm(props: Props) {
  const { t } = useTranslation();
  const teams = useTeams();
  const { form, save } = useTemplateForm(props);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('settings.templates.name')} {...form.getInputProps('name')} />
      <Select
        label={t('settings.templates.team')}
        description={t('settings.templates.teamHint')}
        placeholder={t('settings.templates.everybody')}
        data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        {...form.getInputProps('teamId')}
      />
      {(['ru', 'en'] as const).map((locale) => (
        <Textarea
          key={locale}
          label={t(`settings.templates.text.${locale}`)}
          autosize
          minRows={3}
          maxRows={14}
          {...form.getInputProps(locale)}
        />
      ))}
      <p className={classes.hint}>
        {t('settings.templates.variables')}{' '}
        {variables.map((name) => (
          <code key={name}>{`{{ ${name} }} `}</code>
        ))}
      </p>
      <TagsInput label={t('settings.templates.tags')} {...form.getInputProps('tags')} />
      <p role="alert" className={classes.error}>
        {form.errors['form'] ?? form.errors['text']}
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
