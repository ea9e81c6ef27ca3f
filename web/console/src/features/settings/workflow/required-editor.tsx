import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import type { OwnField } from './own-fields.tsx';
import { usePlaces, type Workflow } from './places.ts';
import { useWorkflow } from './use-workflow.ts';

const plain = [
  'category',
  'team',
  'assignee',
  'organization',
  'tags',
  'region',
  'impact',
  'urgency',
  'time',
  'answer',
  'tasks',
] as const;

/** What a ticket must have before it may be in a status: a list of things for each. */
export function RequiredEditor({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation();
  const places = usePlaces(workflow.type).filter(({ value }) => value !== 'new');
  const fields = useItems<OwnField>('own-fields', '/fields').data ?? [];
  const save = useWorkflow(workflow);
  const own = fields.filter(({ types }) => types.length === 0 || types.includes(workflow.type));
  const choices = [
    ...plain.map((value) => ({ value: value as string, label: t(`order.required.need.${value}`) })),
    ...own.map(({ name, label }) => ({ value: `fields.${name}`, label })),
  ];
  const needsOf = (place: string) =>
    workflow.required.find(({ before }) => before === place)?.needs ?? [];
  const set = (place: string, needs: string[]) => {
    const others = workflow.required.filter(({ before }) => before !== place);
    const required = needs.length > 0 ? [...others, { before: place, needs }] : others;
    save.mutate({ required: required as Workflow['required'] });
  };
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('order.required.title')}</h3>
      <div className={classes.grid}>
        {places.map(({ value, label }) => {
          const needs = needsOf(value);
          return (
            <MultiSelect
              key={value}
              label={t('order.required.before', { name: label })}
              placeholder={needs.length === 0 ? t('order.required.none') : ''}
              data={choices}
              value={needs}
              disabled={save.isPending}
              onChange={(chosen) => set(value, chosen)}
            />
          );
        })}
      </div>
    </section>
  );
}
