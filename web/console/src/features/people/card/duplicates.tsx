import { ActionIcon, Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconArrowLeft, IconUsersGroup } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import type { Person } from '../../../lib/api-types.ts';
import type { DuplicatePair } from '../../../lib/customer-types.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import page from '../people.module.css';
import { duplicatesQuery } from './card-queries.ts';
import classes from './card.module.css';
import { Reasons } from './likeness.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { useKeepApart } from './use-merge.ts';

/** Everybody who may be entered twice, the surest first. */
export function Duplicates() {
  const { t } = useTranslation();
  const pairs = useInfiniteQuery(duplicatesQuery);
  const [merging, setMerging] = useState<DuplicatePair | null>(null);
  return (
    <div className={page.detail}>
      <ActionIcon
        component={Link}
        to="/people"
        className={page.back}
        size={40}
        aria-label={t('people.back')}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <div>
        <h1 className={page.bigName}>{t('cards.duplicates')}</h1>
        <p className={classes.hint}>{t('cards.duplicatesHint')}</p>
      </div>
      <Loaded
        of={pairs}
        wordsOf={wordsOf}
        isEmpty={(list) => list.pages.every(({ items }) => items.length === 0)}
        empty={
          <Empty
            icon={<IconUsersGroup size={30} stroke={1.4} />}
            title={t('cards.noDuplicates')}
            text={t('cards.noDuplicatesText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.pairs}>
            {list.pages
              .flatMap(({ items }) => items)
              .map((pair) => (
                <Pair key={pair.person.id + pair.other.id} pair={pair} onMerge={setMerging} />
              ))}
          </ul>
        )}
      </Loaded>
      {pairs.hasNextPage && (
        <Button
          variant="subtle"
          loading={pairs.isFetchingNextPage}
          onClick={() => void pairs.fetchNextPage()}
        >
          {t('people.more')}
        </Button>
      )}
      {merging && (
        <MergeDialog
          person={merging.person}
          other={merging.other}
          onClose={() => setMerging(null)}
        />
      )}
    </div>
  );
}

function Pair({ pair, onMerge }: { pair: DuplicatePair; onMerge: (pair: DuplicatePair) => void }) {
  const { t } = useTranslation();
  const may = useMay()('person.change');
  const { keep } = useKeepApart();
  return (
    <li className={classes.pair}>
      <div className={classes.two}>
        <Side person={pair.person} />
        <Side person={pair.other} />
      </div>
      <Reasons reasons={pair.reasons} />
      {may && (
        <div className={classes.buttons}>
          <Button onClick={() => onMerge(pair)}>{t('cards.merge')}</Button>
          <Button
            variant="default"
            loading={keep.isPending}
            onClick={() => keep.mutate([pair.person.id, pair.other.id])}
          >
            {t('cards.notSame')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Side({ person }: { person: Person }) {
  const lines = [person.organization?.name, ...person.contacts.map(({ value }) => value)];
  return (
    <div className={classes.sideText}>
      <Link to="/people/$id" params={{ id: person.id } as never} className={classes.link}>
        {person.name}
      </Link>
      {lines.filter(Boolean).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}
