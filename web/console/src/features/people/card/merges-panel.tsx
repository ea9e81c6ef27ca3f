import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { useMay } from '../../../lib/session.ts';
import { mergesQuery } from './card-queries.ts';
import classes from './card.module.css';
import { useUndoMerge } from './use-merge.ts';

/** What became part of this card, each with the way back. */
export function MergesPanel({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const may = useMay()('person.change');
  const { data } = useQuery(mergesQuery(personId));
  const undo = useUndoMerge();
  const standing = (data ?? []).filter(({ undoneAt }) => undoneAt === null);
  if (standing.length === 0) {
    return null;
  }
  return (
    <section>
      <h2 className={classes.title}>{t('cards.merges')}</h2>
      <ul className={classes.plain}>
        {standing.map((merge) => (
          <li key={merge.id} className={classes.merge}>
            <span className={classes.sideText}>
              <b>{merge.merged.name}</b>
              <span>
                {[...merge.contacts.map(({ value }) => value), merge.mergedBy].join(' · ')} ·{' '}
                <TimeText at={merge.mergedAt} />
              </span>
            </span>
            {may && (
              <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(merge)}>
                {t('cards.unmerge')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
