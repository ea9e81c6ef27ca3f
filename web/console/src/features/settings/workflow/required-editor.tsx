import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { workflowNeedValues } from '../../../../../../contracts/values.ts';
import { statuses } from '../../../../../ui/marks.tsx';
import classes from '../settings.module.css';
import { useOwnFields } from '../../../lib/own-fields.ts';
import { usePlaces, type PlaceChoice, type Workflow } from './places.ts';
import { useWorkflow } from './use-workflow.ts';

/**
 * Where something can be required. What was asked for before one of the six goes on being asked for when own statuses
 * stand for it, so it stays in sight.
 */
function useRequiredPlaces({ type, required }: Workflow): PlaceChoice[] {
  const { t } = useTranslation();
  const places = usePlaces(type);
  const classesToo = statuses
    .filter(
      (status) =>
        required.some(({ before }) => before === status) &&
        !places.some(({ value }) => value === status),
    )
    .map((status) => ({
      value: status,
      label: t('order.required.anyOf', { name: t(`ui.status.${status}`) }),
    }));
  return [
    ...classesToo,
    ...places
      .filter(({ value }) => value !== 'new')
      .map(({ value, label }) => ({ value, label: t('order.required.before', { name: label }) })),
  ];
}

/** What a ticket must have before it may be in a status: a list of things for each. */
export function RequiredEditor({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation();
  const places = useRequiredPlaces(workflow);
  const fields = useOwnFields();
  const save = useWorkflow(workflow);
  const own = fields.filter(({ types }) => types.length === 0 || types.includes(workflow.type));
  const choices = [
    ...workflowNeedValues.map((value) => ({
      value: value as string,
      label: t(`order.required.need.${value}`),
    })),
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
              label={label}
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
