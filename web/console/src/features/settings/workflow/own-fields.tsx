import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInputCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { fieldKindValues } from '../../../../../../contracts/values.ts';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { KeptList, type KeptForm } from './kept-list.tsx';
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
  const form = useForm({ initialValues: field ? draftOf(field) : blank });
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
      onError: (error) => form.setErrors({ label: wordsOf(error).words, ...fieldWords(error) }),
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
        <TextInput
          label={t('order.fields.label')}
          maxLength={120}
          {...form.getInputProps('label')}
        />
        <TextInput
          label={t('order.otherName')}
          maxLength={120}
          {...form.getInputProps('otherLabel')}
        />
        <TextInput
          label={t('order.fields.name')}
          description={t('order.fields.nameHint')}
          disabled={field !== null}
          maxLength={60}
          {...form.getInputProps('name')}
        />
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
