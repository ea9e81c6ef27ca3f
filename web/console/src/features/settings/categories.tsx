import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCategory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import type { Category } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { categoryPath, inUse, useCategories, useTags } from '../../lib/refs.ts';
import { RemoveButton } from './remove-button.tsx';
import classes from './settings.module.css';
import { useSave } from './use-save.ts';

type Placed = { category: Category; depth: number };

/** The tree in reading order; one whose parent is gone stands at the root. */
export function inTreeOrder(categories: Category[]): Placed[] {
  const ids = new Set(categories.map((category) => category.id));
  const childrenOf = (parent: string | null, depth: number): Placed[] =>
    depth > 20
      ? []
      : categories
          .filter(
            ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null) === parent,
          )
          .toSorted((a, b) => a.name.localeCompare(b.name))
          .flatMap((category) => [{ category, depth }, ...childrenOf(category.id, depth + 1)]);
  return childrenOf(null, 0);
}

export function Categories() {
  const { t } = useTranslation();
  const categories = useCategories();
  return (
    <>
      <section className={classes.panel}>
        <CategoryForm category={null} all={categories.data ?? []} />
      </section>
      <Loaded
        of={categories}
        isEmpty={(list) => inUse(list).length === 0}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconCategory size={30} stroke={1.4} />}
            title={t('settings.categories.empty')}
            text={t('settings.categories.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {inTreeOrder(inUse(list)).map(({ category, depth }) => (
              <CategoryLine key={category.id} category={category} depth={depth} all={list} />
            ))}
          </ul>
        )}
      </Loaded>
      <TagList />
    </>
  );
}

function CategoryLine({ category, depth, all }: Placed & { all: Category[] }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <li
      className={`${classes.item} ${classes.indent}`}
      style={{ '--depth': depth } as React.CSSProperties}
    >
      <span className={classes.itemMain}>{category.name}</span>
      <Button variant="subtle" aria-expanded={editing} onClick={() => setEditing(!editing)}>
        {t('settings.edit')}
      </Button>
      <RemoveButton
        path={`/categories/${category.id}`}
        name={category.name}
        touches={['categories']}
      />
      {editing && (
        <div style={{ flexBasis: '100%' }}>
          <CategoryForm
            key={category.version}
            category={category}
            all={all}
            onDone={() => setEditing(false)}
          />
        </div>
      )}
    </li>
  );
}

type FormProps = { category: Category | null; all: Category[]; onDone?: () => void };

function CategoryForm({ category, all, onDone }: FormProps) {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { name: category?.name ?? '', parentId: category?.parentId ?? null },
    validate: { name: (value) => (value.trim() ? null : t('settings.categories.needName')) },
  });
  const save = useSave(
    (values: typeof form.values) =>
      category
        ? api.patch(`/categories/${category.id}`, { ...values, version: category.version })
        : api.post('/categories', values),
    {
      touches: ['categories'],
      onDone: () => {
        form.reset();
        onDone?.();
      },
      onError: (error) => form.setErrors({ name: wordsOf(error).words, ...fieldWords(error) }),
    },
  );
  const parents = inUse(all, category?.parentId).filter(({ id }) => id !== category?.id);
  return (
    <form
      className={classes.row}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput
        className={classes.grow ?? ''}
        label={t('settings.categories.name')}
        {...form.getInputProps('name')}
      />
      <Select
        className={classes.grow ?? ''}
        label={t('settings.categories.parent')}
        placeholder={t('settings.categories.root')}
        data={parents.map(({ id }) => ({ value: id, label: categoryPath(all, id) }))}
        clearable
        {...form.getInputProps('parentId')}
      />
      <Button type="submit" mt="auto" loading={save.isPending}>
        {t(category ? 'settings.save' : 'settings.add')}
      </Button>
    </form>
  );
}

function TagList() {
  const { t } = useTranslation();
  const tags = useTags();
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('settings.tags.title')}</h3>
      <p className={classes.hint}>{t('settings.tags.text')}</p>
      <Loaded
        of={tags}
        wordsOf={wordsOf}
        skeletonRows={1}
        empty={<p className={classes.hint}>{t('settings.tags.empty')}</p>}
      >
        {(list) => (
          <p className={classes.row}>
            {list.map((tag) => (
              <span key={tag.name} className={classes.badge}>
                {tag.name} · {tag.uses}
              </span>
            ))}
          </p>
        )}
      </Loaded>
    </section>
  );
}
