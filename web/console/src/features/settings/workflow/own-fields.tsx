import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInputCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { fieldKindValues } from '../../../../../../contracts/values.ts';
import { api } from '../../../lib/client.ts';
import classes from '../settings.module.css';
import { placedWords } from '../placed-words.ts';
import { useSave } from '../use-save.ts';
import { KeptList, type KeptForm } from './kept-list.tsx';
import { nameFromLabel } from './name-from-label.ts';
import { TypesField } from './types-field.tsx';
import { linesOf } from './use-types.ts';

export type OwnField = components['schemas']['FieldDefinition'];

/** What a company writes down about its tickets. */
export function OwnFields() {
  const { t } = useTranslation();
  return (
    <KeptList<OwnField>
      list="fields"
      icon={<IconInputCheck size={30} stroke={1.4} />}
      lineOf={({ label, kind, name, types }) => ({
        name: label,
        facts: [
          t(`order.fields.kinds.${kind}`),
          name,
          types.map((type) => t(`tickets.type.${type}`)).join(', ') || t('order.every'),
        ],
      })}
      Form={FieldForm}
    />
  );
}

const blank = {
  name: '',
  label: '',
  otherLabel: '',
  kind: 'text' as OwnField['kind'],
  choices: '',
  types: [] as OwnField['types'],
};

type Draft = typeof blank;

const draftOf = ({ name, label, otherLabel, kind, choices, types }: OwnField): Draft => ({
  name,
  label,
  otherLabel: otherLabel ?? '',
  kind,
  choices: choices.join('\n'),
  types,
});

function useFieldForm(field: OwnField | null, onDone: () => void) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: field ? draftOf(field) : blank,
    validate: {
      label: (label) => (label.trim() ? null : t('order.fields.noLabel')),
      name: (name) => (name.trim() ? null : t('order.fields.noName')),
    },
  });
  const save = useSave(
    ({ name, kind, choices, otherLabel, ...plain }: Draft) => {
      const body = {
        ...plain,
        otherLabel: otherLabel.trim() || null,
        choices: kind === 'choice' ? linesOf(choices) : [],
      };
      return field
        ? api.patch(`/fields/${field.id}`, { ...body, version: field.version })
        : api.post('/fields', { ...body, name, kind });
    },
    {
      touches: ['workflow'],
      onDone,
      onError: (error) => form.setErrors(placedWords(error, Object.keys(blank))),
    },
  );
  return { form, save };
}

function FieldForm({ kept: field, onDone }: KeptForm<OwnField>) {
  const { t } = useTranslation();
  const { form, save } = useFieldForm(field, onDone);
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={form.onSubmit((asked) => save.mutate(asked))}
    >
      <div className={classes.grid}>
        <Names form={form} isNew={field === null} />
        <Select
          label={t('order.fields.kind')}
          data={fieldKindValues.map((value) => ({
            value,
            label: t(`order.fields.kinds.${value}`),
          }))}
          disabled={field !== null}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
        <TypesField label={t('order.fields.types')} form={form} />
      </div>
      {form.values.kind === 'choice' && (
        <Textarea
          label={t('order.fields.choices')}
          autosize
          minRows={3}
          {...form.getInputProps('choices')}
        />
      )}
      <p role="alert" className={classes.error}>
        {form.errors['form']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(field ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

type Form = ReturnType<typeof useFieldForm>['form'];

/** What people call it, and programs: that follows, until somebody writes another. */
function Names({ form, isNew }: { form: Form; isNew: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('order.fields.label')}
        maxLength={120}
        {...form.getInputProps('label')}
        onChange={({ currentTarget: { value } }) => {
          const { label, name } = form.values;
          const follows = isNew && name === nameFromLabel(label);
          form.setValues({ label: value, ...(follows && { name: nameFromLabel(value) }) });
        }}
      />
      <TextInput
        label={t('order.otherName')}
        maxLength={120}
        {...form.getInputProps('otherLabel')}
      />
      <TextInput
        label={t('order.fields.name')}
        description={t('order.fields.nameHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        disabled={!isNew}
        maxLength={60}
        {...form.getInputProps('name')}
      />
    </>
  );
}
