import { ActionIcon, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFilter } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../lib/actions.ts';
import { filterNames, resolved } from '../../lib/ticket-filter.ts';
import { viewsQuery } from '../../lib/tickets.ts';
import { useDeskFilter } from './desk-search.ts';

/** Comes with the first look at the filter: most of the day nobody opens it. */
const FilterSentence = lazy(async () => ({
  default: (await import('./filter-sentence.tsx')).FilterSentence,
}));

/** What the list is narrowed to, as a sentence; all of it stands in the address and can be sent to a colleague. */
export function Filters() {
  const { t } = useTranslation();
  const filter = useDeskFilter();
  const views = useQuery(viewsQuery).data;
  const [opened, setOpened] = useState(false);
  const [adding, setAdding] = useState(false);
  useAction('list.filter', () => {
    setOpened(true);
    setAdding(true);
  });
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
      {shown && (
        <Suspense>
          <FilterSentence filter={all} adding={adding} setAdding={setAdding} />
        </Suspense>
      )}
    </>
  );
}
