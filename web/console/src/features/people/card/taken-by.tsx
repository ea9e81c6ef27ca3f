import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import classes from './card.module.css';
import { MergeDialog } from './merge-dialog.tsx';

/** A contact point belongs to one person. Whose it is already, and the way to make the two one. */
export function TakenBy({ value, person }: { value: string; person: Person }) {
  const { t } = useTranslation();
  const [merging, setMerging] = useState(false);
  const { data } = useQuery({
    queryKey: ['people', 'suggest', value],
    queryFn: ({ signal }) =>
      api.get<{ items: Person[] }>('/people/suggestions', { q: value }, signal),
  });
  const owner = data?.items.find(({ id }) => id !== person.id);
  return (
    <div role="alert" className={classes.taken}>
      <span>
        {t('cards.taken', { value })}{' '}
        {owner && (
          <Link to="/people/$id" params={{ id: owner.id } as never} className={classes.link}>
            {owner.name}
          </Link>
        )}
      </span>
      {owner && (
        <Button variant="default" onClick={() => setMerging(true)}>
          {t('cards.mergeTitle')}
        </Button>
      )}
      {merging && owner && (
        <MergeDialog person={person} other={owner} onClose={() => setMerging(false)} />
      )}
    </div>
  );
}
