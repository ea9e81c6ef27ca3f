import { Switch } from '@mantine/core';
import { IconCheck, IconLock, IconMinus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { usePlaces, type PlaceChoice, type Workflow } from './places.ts';
import { useWorkflow } from './use-workflow.ts';
import own from './workflow.module.css';

type Steps = NonNullable<Workflow['transitions']>;
type State = 'open' | 'restricted' | 'closed';
const next: Record<State, State> = { open: 'restricted', restricted: 'closed', closed: 'open' };

function stateOf(steps: Steps, from: string, to: string): State {
  const found = steps.find((step) => step.from === from && step.to === to);
  return found ? (found.restricted ? 'restricted' : 'open') : 'closed';
}

/** Every way between statuses, open to everybody to begin with. */
const allSteps = (places: readonly PlaceChoice[]): Steps =>
  places.flatMap((from) =>
    places
      .filter((to) => to.value !== from.value)
      .map((to) => ({ from: from.value, to: to.value, restricted: false })),
  );

/** Which steps a ticket may take: a table from where to where, a press changes a cell. */
export function StepsEditor({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation();
  const places = usePlaces(workflow.type);
  const save = useWorkflow(workflow);
  const { transitions } = workflow;
  const press = (from: string, to: string) => {
    const steps = transitions ?? [];
    const state = next[stateOf(steps, from, to)];
    const others = steps.filter((step) => step.from !== from || step.to !== to);
    const restricted = state === 'restricted';
    save.mutate({
      transitions: state === 'closed' ? others : [...others, { from, to, restricted }],
    });
  };
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('order.steps.title')}</h3>
      <Switch
        label={t('order.steps.limited')}
        description={t('order.steps.limitedHint')}
        checked={transitions !== null}
        disabled={save.isPending}
        onChange={(event) =>
          save.mutate({ transitions: event.currentTarget.checked ? allSteps(places) : null })
        }
      />
      {transitions && (
        <>
          <p className={classes.hint}>{t('order.steps.press')}</p>
          <Table steps={transitions} places={places} onPress={press} />
        </>
      )}
    </section>
  );
}

type TableProps = {
  steps: Steps;
  places: readonly PlaceChoice[];
  onPress: (from: string, to: string) => void;
};

const marks = { open: IconCheck, restricted: IconLock, closed: IconMinus };

function Table({ steps, places, onPress }: TableProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.tableBox}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('order.steps.from')}</th>
            {places.map(({ value, label }) => (
              <th key={value} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((from) => (
            <tr key={from.value}>
              <th scope="row">{from.label}</th>
              {places.map((to) => (
                <td key={to.value}>
                  {from.value !== to.value && (
                    <Cell
                      from={from}
                      to={to}
                      state={stateOf(steps, from.value, to.value)}
                      onPress={onPress}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = Pick<TableProps, 'onPress'> & { from: PlaceChoice; to: PlaceChoice; state: State };

function Cell({ from, to, state, onPress }: CellProps) {
  const { t } = useTranslation();
  const words = t(`order.steps.${state}`);
  const Mark = marks[state];
  return (
    <button
      type="button"
      className={own.cell}
      data-state={state}
      title={words}
      aria-label={t('order.steps.cell', { from: from.label, to: to.label, state: words })}
      onClick={() => onPress(from.value, to.value)}
    >
      <Mark size={15} aria-hidden="true" />
    </button>
  );
}
