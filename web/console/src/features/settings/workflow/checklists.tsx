import { Button, MultiSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { categoryPath, useCategories } from '../../../lib/refs.ts';
import { ConfirmButton } from '../confirm-button.tsx';
import classes from '../settings.module.css';
import { useList } from './use-list.ts';
import own from './workflow.module.css';
import { useSave } from '../use-save.ts';
import { TypesField } from './types-field.tsx';
import { linesOf } from './use-types.ts';

type Checklist = components['schemas']['Checklist'];
const touches = ['workflow'];

/** Steps that are always the same, kept once. */
export function Checklists() {
  const { t } = useTranslation();
  const lists = useList<Checklist>('checklists');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {open === 'new' ? (
        <ListForm list={null} onDone={() => setOpen(null)} />
      ) : (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
            {t('order.checklists.add')}
          </Button>
        </div>
      )}
      <Loaded
        of={lists}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconChecklist size={30} stroke={1.4} />}
            title={t('order.checklists.empty')}
            text={t('order.checklists.emptyText')}
          />
        }
      >
        {(all) => (
          <ul className={classes.list}>
            {all.map((list) => (
              <ListLine key={list.id} list={list} isOpen={open === list.id} onOpen={setOpen} />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = { list: Checklist; isOpen: boolean; onOpen: (id: string | null) => void };

function ListLine({ list, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const remove = useSave(() => api.delete(`/checklists/${list.id}`), { touches });
  const facts = [
    t('order.checklists.count', { count: list.steps.length }),
    ...(list.automatic ? [t('order.checklists.byItself')] : []),
  ];
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{list.name}</span>
        <span className={classes.itemMore}>{facts.join(' · ')}</span>
      </span>
      <span className={own.acts}>
        <Button
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : list.id)}
        >
          {t('settings.edit')}
        </Button>
        <ConfirmButton
          label={t('settings.remove')}
          question={t('order.checklists.removeQuestion', { name: list.name })}
          onConfirm={() => remove.mutate(undefined)}
        />
      </span>
      {isOpen && (
        <div className={own.form}>
          <ListForm key={list.version} list={list} onDone={() => onOpen(null)} />
        </div>
      )}
    </li>
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
  const form = useForm({ initialValues: list ? draftOf(list) : blank });
  const save = useSave(
    ({ steps, ...plain }: Draft) => {
      const body = { ...plain, steps: linesOf(steps) };
      return list
        ? api.patch(`/checklists/${list.id}`, { ...body, version: list.version })
        : api.post('/checklists', body);
    },
    {
      touches,
      onDone,
      onError: (error) => form.setErrors({ name: wordsOf(error).words, ...fieldWords(error) }),
    },
  );
  return { form, save };
}

function ListForm({ list, onDone }: { list: Checklist | null; onDone: () => void }) {
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
            data={categories.map(({ id }) => ({ value: id, label: categoryPath(categories, id) }))}
            {...form.getInputProps('categoryIds')}
          />
        </div>
      )}
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
