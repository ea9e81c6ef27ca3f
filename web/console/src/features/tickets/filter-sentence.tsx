import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../../../ui/pick.tsx';
import { keysOf } from '../../lib/actions.ts';
import { filterNames, type FilterName, type TicketFilter } from '../../lib/ticket-filter.ts';
import { FilterChip } from './filter-chip.tsx';
import { useFilterNames } from './filter-choices.ts';
import { OrderChip, SaveButtons } from './filter-ending.tsx';
import classes from './filters.module.css';

type Props = {
  filter: TicketFilter;
  /** The menu of conditions, opened by a key too. */
  adding: boolean;
  setAdding: (adding: boolean) => void;
};

/** "Status: open · assignee: me · by last change", each part a menu. */
export function FilterSentence({ filter, adding, setAdding }: Props) {
  const { t } = useTranslation();
  // A condition that has just been added has no value yet; its menu is open.
  const [added, add] = useState<FilterName | null>(null);
  const names = useFilterNames();
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
