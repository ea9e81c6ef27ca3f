import { Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../../../ui/pick.tsx';
import { useAction } from '../../lib/actions.ts';
import { viewFilterOf, type TicketFilter, type TicketSort } from '../../lib/ticket-filter.ts';
import { useChangeSearch, useShownView } from './desk-search.ts';
import classes from './filters.module.css';
import { useSaveView } from './use-views.ts';

const SaveView = lazy(async () => ({ default: (await import('./save-view.tsx')).SaveView }));

const sorts: TicketSort[] = ['updated', 'created', 'priority', 'number'];

/** In which order the tickets stand. */
export function OrderChip({ filter }: { filter: TicketFilter }) {
  const { t } = useTranslation();
  const changeSearch = useChangeSearch();
  const [opened, setOpened] = useState(false);
  const { sort = 'updated', order = 'desc' } = filter;
  const Arrow = order === 'desc' ? IconArrowDown : IconArrowUp;
  const turned = order === 'desc' ? 'asc' : 'desc';
  return (
    <span className={classes.chip}>
      <Pick
        label={t('tickets.field.sort')}
        choices={sorts.map((value) => ({ value, text: t(`tickets.sort.${value}`) }))}
        value={[sort]}
        opened={opened}
        onOpenedChange={setOpened}
        onPick={(picked) => changeSearch({ sort: picked as TicketSort, order })}
        target={
          <button
            type="button"
            className={classes.chipButton}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <span className="sr-only">{t('tickets.field.sort')}: </span>
            {t(`tickets.sort.${sort}`)}
          </button>
        }
      />
      <button
        type="button"
        className={classes.clear}
        aria-label={t(`tickets.order.${turned}`)}
        onClick={() => changeSearch({ sort, order: turned })}
      >
        <Arrow size={13} />
      </button>
    </span>
  );
}

/** A view whose conditions were changed is saved anew or as another. */
export function SaveButtons({ filter }: { filter: TicketFilter }) {
  const { t } = useTranslation();
  const { view, isChanged } = useShownView();
  const [saving, setSaving] = useState(false);
  const save = useSaveView();
  useAction('view.save', () => setSaving(true));
  const { sort = 'updated', order = 'desc' } = filter;
  return (
    <span className={classes.save}>
      {isChanged && view?.mayChange && (
        <Button
          variant="light"
          size="compact-xs"
          onClick={() => void save({ filter: viewFilterOf(filter), sort, order }, view)}
        >
          {t('tickets.saved.saveChanges')}
        </Button>
      )}
      <Button variant="subtle" size="compact-xs" onClick={() => setSaving(true)}>
        {t('tickets.saved.saveAs')}
      </Button>
      {saving && (
        <Suspense>
          <SaveView onClose={() => setSaving(false)} />
        </Suspense>
      )}
    </span>
  );
}
