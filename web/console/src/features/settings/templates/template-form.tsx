import { Button, MultiSelect, Select, TagsInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketTypes, type Template, type TicketType } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { ApiProblem, fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useTeams } from '../../../lib/refs.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { FileList } from './file-list.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { TextEditor } from './text-editor.tsx';
import { useFiles } from './use-files.ts';
import { usePreview } from './use-preview.ts';

type Values = {
  name: string;
  ru: string;
  en: string;
  teamId: string | null;
  types: TicketType[];
  tags: string[];
};

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
        types: template.types,
        tags: template.tags,
      }
    : { name: '', ru: '', en: '', teamId: null, types: [], tags: [] };

/** Where a text cannot be understood, its place says more than a word under the field would. */
const isPlaced = (error: unknown, locale: string): boolean =>
  error instanceof ApiProblem &&
  error.errors.some(({ field, line }) => field === `text.${locale}` && line !== undefined);

function useTemplateForm({ template, onClose }: Props) {
  const { t } = useTranslation();
  const kept = useFiles(template);
  const form = useForm<Values>({
    initialValues: valuesOf(template),
    validate: {
      name: (value) => (value.trim() ? null : t('settings.templates.needName')),
      ru: (value, values) =>
        value.trim() || values.en.trim() ? null : t('settings.templates.needText'),
    },
  });
  const save = useSave(
    (values: Values) => {
      const text = textOf(values, template);
      const { name, teamId, types, tags } = values;
      const asked = { name, teamId, types, tags, files: kept.files.map(({ id }) => id) };
      return template
        ? api.patch(`/templates/${template.id}`, {
            ...asked,
            version: template.version,
            ...(Object.keys(text).length > 0 ? { text } : {}),
          })
        : api.post('/templates', { ...asked, text });
    },
    {
      touches: ['templates'],
      onDone: onClose,
      onError: (error) => {
        const said = Object.entries(fieldWords(error))
          .map(([field, words]) => [field.replace('text.', ''), words] as const)
          .map(([field, words]) => [
            field,
            isPlaced(error, field) ? t('settings.templates.seeBelow') : words,
          ]);
        form.setErrors(said.length > 0 ? Object.fromEntries(said) : { form: wordsOf(error).words });
      },
    },
  );
  return { form, save, kept };
}

export function TemplateForm(props: Props) {
  const { t } = useTranslation();
  const { form, save, kept } = useTemplateForm(props);
  const [ticket, setTicket] = useState('');
  const { ru, en } = form.values;
  const { preview, error } = usePreview({ ru, en }, ticket);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('settings.templates.name')} {...form.getInputProps('name')} />
      {(['ru', 'en'] as const).map((locale) => (
        <TextEditor
          key={locale}
          locale={locale}
          value={form.values[locale]}
          onChange={(value) => form.setFieldValue(locale, value)}
          error={(form.errors[locale] as string | undefined) ?? null}
          problem={form.values[locale].trim() ? (preview?.[locale]?.problem ?? null) : null}
        />
      ))}
      {(ru.trim() || en.trim()) && (
        <PreviewPanel preview={preview} error={error} ticket={ticket} onTicket={setTicket} />
      )}
      <FileList kept={kept} />
      <Audience form={form} />
      <p role="alert" className={classes.error}>
        {form.errors['form'] ?? form.errors['text']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending} disabled={kept.isWaiting}>
          {t(props.template ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Whom it is for, and for which requests. */
function Audience({ form }: { form: ReturnType<typeof useTemplateForm>['form'] }) {
  const { t } = useTranslation();
  const teams = useTeams();
  return (
    <>
      <Select
        label={t('settings.templates.team')}
        description={t('settings.templates.teamHint')}
        placeholder={t('settings.templates.everybody')}
        data={(teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        clearable
        {...form.getInputProps('teamId')}
      />
      <MultiSelect
        label={t('settings.templates.types')}
        placeholder={form.values.types.length > 0 ? '' : t('settings.templates.everyType')}
        data={ticketTypes.map((type) => ({ value: type, label: t(`tickets.type.${type}`) }))}
        clearable
        {...form.getInputProps('types')}
      />
      <TagsInput label={t('settings.templates.tags')} {...form.getInputProps('tags')} />
    </>
  );
}
