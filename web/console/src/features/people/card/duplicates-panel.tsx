import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../lib/api-types.ts';
import type { Duplicate } from '../../../lib/customer-types.ts';
import { useMay } from '../../../lib/session.ts';
import { duplicatesOfQuery } from './card-queries.ts';
import classes from './card.module.css';
import { Reasons } from './likeness.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { useKeepApart } from './use-merge.ts';

/** Who may be the same person, with the reason. Nothing at all when nobody is. */
export function DuplicatesPanel({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { data } = useQuery(duplicatesOfQuery(person.id));
  const [merging, setMerging] = useState<Person | null>(null);
  const open = (data ?? []).filter(({ different }) => !different);
  if (open.length === 0) {
    return null;
  }
  return (
    <section className={classes.duplicates} aria-label={t('cards.duplicates')}>
      <h2 className={classes.duplicatesTitle}>
        <IconUsersGroup size={16} aria-hidden="true" /> {t('cards.maybeSame')}
      </h2>
      <ul className={classes.plain}>
        {open.map((each) => (
          <Line key={each.person.id} person={person} duplicate={each} onMerge={setMerging} />
        ))}
      </ul>
      {merging && <MergeDialog person={person} other={merging} onClose={() => setMerging(null)} />}
    </section>
  );
}

type LineProps = { person: Person; duplicate: Duplicate; onMerge: (other: Person) => void };

function Line({ person, duplicate, onMerge }: LineProps) {
  const { t } = useTranslation();
  const may = useMay()('person.change');
  const { keep } = useKeepApart();
  const other = duplicate.person;
  return (
    <li className={classes.duplicate}>
      <div className={classes.duplicateText}>
        <Link to="/people/$id" params={{ id: other.id } as never} className={classes.link}>
          {other.name}
        </Link>
        <Reasons reasons={duplicate.reasons} />
      </div>
      {may && (
        <div className={classes.buttons}>
          <Button onClick={() => onMerge(other)}>{t('cards.merge')}</Button>
          <Button
            variant="default"
            loading={keep.isPending}
            onClick={() => keep.mutate([person.id, other.id])}
          >
            {t('cards.notSame')}
          </Button>
        </div>
      )}
    </li>
  );
}
