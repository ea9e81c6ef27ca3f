import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconInputCheck, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { fieldKindValues } from '../../../../../../contracts/values.ts';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import classes from '../settings.module.css';
import { useList } from './use-list.ts';
import own from './workflow.module.css';
import { useSave } from '../use-save.ts';
import { TypesField } from './types-field.tsx';
import { linesOf } from './use-types.ts';

export type OwnField = components['schemas']['FieldDefinition'];

const touches = ['workflow'];

/** What a company writes down about its tickets. */
export function OwnFields() {
  const { t } = useTranslation();
  const fields = useList<OwnField>('fields');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {open === 'new' ? (
        <FieldForm field={null} onDone={() => setOpen(null)} />
      ) : (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
            {t('order.fields.add')}
          </Button>
        </div>
      )}
      <Loaded
        of={fields}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconInputCheck size={30} stroke={1.4} />}
            title={t('order.fields.empty')}
            text={t('order.fields.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((field) => (
              <FieldLine key={field.id} field={field} isOpen={open === field.id} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = { field: OwnField; isOpen: boolean; onOpen: (id: string | null) => void };

function FieldLine({ field, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const remove = useSave(() => api.delete(`/fields/${field.id}`), { touches });
  const types = field.types.map((type) => t(`tickets.type.${type}`)).join(', ');
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{field.label}</span>
        <span className={classes.itemMore}>
          {[t(`order.fields.kinds.${field.kind}`), field.name, types || t('order.every')].join(
            ' · ',
          )}
        </span>
      </span>
      <span className={own.acts}>
        <Button
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : field.id)}
        >
          {t('settings.edit')}
        </Button>
        <ConfirmButton
          label={t('settings.remove')}
          question={t('order.fields.removeQuestion', { name: field.label })}
          onConfirm={() => remove.mutate(undefined)}
        />
      </span>
      {isOpen && (
        <div className={own.form}>
          <FieldForm key={field.version} field={field} onDone={() => onOpen(null)} />
        </div>
      )}
    </li>
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
      touches,
      onDone,
      onError: (error) => form.setErrors({ label: wordsOf(error).words, ...fieldWords(error) }),
    },
  );
  return { form, save };
}

function FieldForm({ field, onDone }: { field: OwnField | null; onDone: () => void }) {
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
