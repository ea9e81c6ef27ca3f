import { Button, MultiSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { api } from '../../../lib/client.ts';
import { categoryPath, inUse, useCategories } from '../../../lib/refs.ts';
import classes from '../settings.module.css';
import { placedWords } from '../placed-words.ts';
import { useSave } from '../use-save.ts';
import { KeptList, type KeptForm } from './kept-list.tsx';
import { TypesField } from './types-field.tsx';
import { linesOf } from './use-types.ts';

type Checklist = components['schemas']['Checklist'];

/** Steps that are always the same, kept once. */
export function Checklists() {
  const { t } = useTranslation();
  return (
    <KeptList<Checklist>
      list="checklists"
      icon={<IconChecklist size={30} stroke={1.4} />}
      lineOf={({ name, steps, automatic }) => ({
        name,
        facts: [
          t('order.checklists.count', { count: steps.length }),
          ...(automatic ? [t('order.checklists.byItself')] : []),
        ],
      })}
      Form={ListForm}
    />
  );
}

const blank = {
  name: '',
  steps: '',
  automatic: false,
  types: [] as Checklist['types'],
  categoryIds: [] as string[],
};

type Draft = typeof blank;

const draftOf = ({ name, steps, automatic, types, categoryIds }: Checklist): Draft => ({
  name,
  steps: steps.join('\n'),
  automatic,
  types,
  categoryIds,
});

function useListForm(list: Checklist | null, onDone: () => void) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: list ? draftOf(list) : blank,
    validate: {
      name: (name) => (name.trim() ? null : t('order.checklists.noName')),
      steps: (steps) => (linesOf(steps).length > 0 ? null : t('order.checklists.noSteps')),
    },
  });
  const save = useSave(
    ({ steps, ...plain }: Draft) => {
      const body = { ...plain, steps: linesOf(steps) };
      return list
        ? api.patch(`/checklists/${list.id}`, { ...body, version: list.version })
        : api.post('/checklists', body);
    },
    {
      touches: ['workflow'],
      onDone,
      onError: (error) => form.setErrors(placedWords(error, Object.keys(blank))),
    },
  );
  return { form, save };
}

function ListForm({ kept: list, onDone }: KeptForm<Checklist>) {
  const { t } = useTranslation();
  const categories = useCategories().data ?? [];
  const { form, save } = useListForm(list, onDone);
  return (
    <form
      className={classes.panel}
      noValidate
      onSubmit={form.onSubmit((asked) => save.mutate(asked))}
    >
      <TextInput label={t('order.name')} maxLength={120} {...form.getInputProps('name')} />
      <Textarea
        label={t('order.checklists.steps')}
        autosize
        minRows={4}
        {...form.getInputProps('steps')}
      />
      <Switch
        label={t('order.checklists.automatic')}
        {...form.getInputProps('automatic', { type: 'checkbox' })}
      />
      {form.values.automatic && (
        <div className={classes.grid}>
          <TypesField label={t('order.checklists.types')} form={form} />
          <MultiSelect
            label={t('order.checklists.categories')}
            searchable
            data={inUse(categories, form.values.categoryIds).map(({ id }) => ({
              value: id,
              label: categoryPath(categories, id),
            }))}
            {...form.getInputProps('categoryIds')}
          />
        </div>
      )}
      <p role="alert" className={classes.error}>
        {form.errors['form']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(list ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}
