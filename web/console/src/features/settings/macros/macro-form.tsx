import { Button, MultiSelect, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Macro } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { ApiProblem, fieldWords, wordsOf } from '../../../lib/problem.ts';
import { OwnValuesEditor } from '../../../parts/own-fields/own-values-editor.tsx';
import { errorsOfCondition } from '../../../parts/conditions/tree.ts';
import { ForWhich } from '../for-which.tsx';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { actsOf, valuesOf, type Values } from './macro-values.ts';
import { useMacroChoices } from './use-macro-choices.ts';

type Props = { macro: Macro | null; onClose: () => void };

function useMacroForm({ macro, onClose }: Props) {
  const { t } = useTranslation();
  const form = useForm<Values>({
    initialValues: valuesOf(macro),
    validate: { name: (value) => (value.trim() ? null : t('settings.macros.needName')) },
  });
  const save = useSave(
    (values: Values) => {
      const asked = {
        name: values.name,
        teamId: values.ownerTeamId,
        types: values.types,
        condition: values.condition,
        digit: values.digit === null ? null : Number(values.digit),
        acts: actsOf(values),
      };
      return macro
        ? api.patch(`/macros/${macro.id}`, { ...asked, version: macro.version })
        : api.post('/macros', asked);
    },
    {
      touches: ['macros'],
      onDone: onClose,
      onError: (error) => {
        const placed = error instanceof ApiProblem ? error.errors.find(({ line }) => line) : null;
        const said = Object.entries(fieldWords(error)).map(([field, words]) => [
          field.replace('acts.', ''),
          placed?.field === field
            ? `${t('settings.templates.line', { line: placed.line })} ${words}`
            : words,
        ]);
        form.setErrors(said.length > 0 ? Object.fromEntries(said) : { form: wordsOf(error).words });
      },
    },
  );
  return { form, save };
}

type Form = ReturnType<typeof useMacroForm>['form'];

/** In the order in which it happens. Whatever is left empty is left as it is. */
export function MacroForm(props: Props) {
  const { t } = useTranslation();
  const { form, save } = useMacroForm(props);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('settings.macros.name')} {...form.getInputProps('name')} />
      <Acts form={form} />
      <p role="alert" className={classes.error}>
        {form.errors['form'] ?? form.errors['acts']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(props.macro ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

function usePick(form: Form) {
  const { t } = useTranslation();
  return (field: keyof Values, label: string, data: Choice[], empty?: string) => (
    <Select
      label={label}
      placeholder={empty ?? t('settings.macros.asItIs')}
      data={data}
      clearable
      searchable={data.length > 4}
      {...form.getInputProps(field)}
    />
  );
}

function Acts({ form }: { form: Form }) {
  const { t } = useTranslation();
  const choices = useMacroChoices();
  const pick = usePick(form);
  return (
    <>
      <div className={classes.grid}>
        {pick('teamId', t('tickets.field.team'), choices.teams)}
        {pick('assigneeId', t('tickets.field.assignee'), choices.people)}
        {pick('priority', t('tickets.field.priority'), choices.priorities)}
        {pick('type', t('tickets.field.type'), choices.types)}
        {pick('categoryId', t('tickets.field.category'), choices.categories)}
        <TagsInput label={t('settings.macros.addTags')} {...form.getInputProps('addTags')} />
        <TagsInput label={t('settings.macros.removeTags')} {...form.getInputProps('removeTags')} />
      </div>
      <OwnValuesEditor
        values={form.values.fields}
        onChange={(fields) => form.setFieldValue('fields', fields)}
        errors={ownErrors(form.errors)}
      />
      <Textarea
        label={t('settings.macros.note')}
        description={t('settings.macros.noteHint', { example: '{{ ticket.number }}' })}
        autosize
        minRows={2}
        maxRows={8}
        {...form.getInputProps('note')}
      />
      <div className={classes.grid}>
        {pick(
          'answerTemplateId',
          t('settings.macros.answer'),
          choices.templates,
          t('settings.macros.no'),
        )}
        {pick('status', t('tickets.field.status'), choices.statuses)}
        {pick('snooze', t('settings.macros.snooze'), choices.snoozes, t('settings.macros.no'))}
      </div>
      <WhereOffered form={form} />
      <ForWhich
        label={t('settings.macros.if')}
        value={form.values.condition}
        onChange={(condition) => form.setFieldValue('condition', condition)}
        refused={errorsOfCondition(form.errors as Record<string, string>)}
      />
    </>
  );
}

/** Whose it is, for which tickets, by which digit. */
function WhereOffered({ form }: { form: Form }) {
  const { t } = useTranslation();
  const choices = useMacroChoices();
  const pick = usePick(form);
  return (
    <div className={classes.grid}>
      {pick(
        'ownerTeamId',
        t('settings.macros.whose'),
        choices.teams,
        t('settings.templates.everybody'),
      )}
      <MultiSelect
        label={t('settings.templates.types')}
        placeholder={form.values.types.length > 0 ? '' : t('settings.templates.everyType')}
        data={choices.types}
        {...form.getInputProps('types')}
      />
      {pick('digit', t('settings.macros.digit'), digits, t('settings.macros.noDigit'))}
    </div>
  );
}

const ownErrors = (errors: Form['errors']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([at, words]) =>
      at.startsWith('fields.') ? [[at.slice('fields.'.length), String(words)]] : [],
    ),
  );

type Choice = { value: string; label: string };
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((value) => ({
  value,
  label: value,
}));
