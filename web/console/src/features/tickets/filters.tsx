import { ActionIcon, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFilter, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../../../ui/pick.tsx';
import { keysOf, useAction } from '../../lib/actions.ts';
import {
  filterNames,
  resolved,
  type FilterName,
  type TicketFilter,
} from '../../lib/ticket-filter.ts';
import { viewsQuery } from '../../lib/tickets.ts';
import { useDeskFilter } from './desk-search.ts';
import { FilterChip } from './filter-chip.tsx';
import { useFilterNames } from './filter-choices.ts';
import { OrderChip, SaveButtons } from './filter-ending.tsx';
import classes from './filters.module.css';

/** What the list is narrowed to, as a sentence; all of it stands in the address and can be sent to a colleague. */
export function Filters() {
  const { t } = useTranslation();
  const filter = useDeskFilter();
  const views = useQuery(viewsQuery).data;
  const [opened, setOpened] = useState(false);
  const isOwn = filter.view === undefined || filterNames.some((name) => filter[name]);
  const shown = opened || isOwn;
  const all = resolved(filter, { me: '', views }) ?? filter;
  return (
    <>
      <Tooltip label={t('tickets.filter.title')}>
        <ActionIcon
          aria-label={t('tickets.filter.title')}
          aria-expanded={shown}
          onClick={() => setOpened(!opened)}
        >
          <IconFilter size={17} />
        </ActionIcon>
      </Tooltip>
      <Sentence filter={all} shown={shown} onOpen={() => setOpened(true)} />
    </>
  );
}

function Sentence(props: { filter: TicketFilter; shown: boolean; onOpen: () => void }) {
  const { t } = useTranslation();
  const { filter, shown, onOpen } = props;
  // A condition that has just been added has no value yet; its menu is open.
  const [added, add] = useState<FilterName | null>(null);
  const [adding, setAdding] = useState(false);
  const names = useFilterNames();
  useAction('list.filter', () => {
    onOpen();
    setAdding(true);
  });
  if (!shown) {
    return null;
  }
  const active = filterNames.filter((name) => filter[name] ?? name === added);
  return (
    <fieldset className={classes.bar} aria-label={t('tickets.filter.title')}>
      {active.map((name) => (
        <FilterChip
          key={name}
          name={name}
          value={filter[name] ?? ''}
          startsOpen={name === added}
          onClosed={() => add(null)}
        />
      ))}
      <Pick
        label={t('tickets.filter.add')}
        choices={names
          .filter((name) => !active.includes(name))
          .map((name) => ({ value: name, text: t(`tickets.filter.name.${name}`) }))}
        value={[]}
        opened={adding}
        onOpenedChange={setAdding}
        onPick={(name) => add(name as FilterName)}
        target={
          <button
            type="button"
            className={classes.add}
            aria-expanded={adding}
            title={keysOf('list.filter').toUpperCase()}
            onClick={() => setAdding(!adding)}
          >
            <IconPlus size={13} aria-hidden="true" /> {t('tickets.filter.add')}
          </button>
        }
      />
      <OrderChip filter={filter} />
      <SaveButtons filter={filter} />
    </fieldset>
  );
}
