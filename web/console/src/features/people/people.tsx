import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useMatchRoute, useParams } from '@tanstack/react-router';
import { IconUsers } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import type { Person } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { ExportButton } from '../../lib/export-button.tsx';
import { SideList } from '../../lib/side-list.tsx';
import { NewPerson } from './new-person.tsx';
import { peopleQuery } from './people-queries.ts';
import classes from './people.module.css';

/** Everybody who ever wrote, and their cards. */
export function People() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const people = useInfiniteQuery(peopleQuery(useDeferredValue(typed.trim())));
  const isOpen = !useMatchRoute()({ to: '/people' });
  return (
    <>
      <SideList
        title={t('people.title')}
        find={t('people.find')}
        typed={typed}
        onType={setTyped}
        add={t('people.add')}
        onAdd={() => setAdding(true)}
        isOpen={isOpen}
        choose={t('people.choose')}
        more={
          <ExportButton
            needs="export.people"
            path="/people/export"
            query={{ q: typed.trim() }}
            label={t('people.export')}
          />
        }
      >
        {!typed && (
          <Link to="/people/duplicates" className={classes.duplicatesLink}>
            {t('people.duplicates')}
          </Link>
        )}
        <Loaded
          of={people}
          wordsOf={wordsOf}
          isEmpty={(list) => list.pages.every((page) => page.items.length === 0)}
          empty={
            <Empty
              icon={<IconUsers size={30} stroke={1.4} />}
              title={t(typed ? 'people.notFound' : 'people.empty')}
              text={t(typed ? 'people.notFoundText' : 'people.emptyText')}
            />
          }
        >
          {(list) => <PeopleLines people={list.pages.flatMap((page) => page.items)} />}
        </Loaded>
        {people.hasNextPage && (
          <Button
            variant="subtle"
            fullWidth
            loading={people.isFetchingNextPage}
            onClick={() => void people.fetchNextPage()}
          >
            {t('people.more')}
          </Button>
        )}
      </SideList>
      <NewPerson opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}

function PeopleLines({ people }: { people: Person[] }) {
  const { id } = useParams({ strict: false }) as { id?: string };
  return (
    <ul className={classes.lines}>
      {people.map((person) => (
        <li key={person.id}>
          <Link
            to="/people/$id"
            params={{ id: person.id }}
            className={classes.line}
            aria-current={person.id === id ? 'true' : undefined}
          >
            <Initials name={person.name} size={28} />
            <span className={classes.lineText}>
              <span className={classes.lineName}>{person.name}</span>
              <span className={classes.lineMore}>
                {[person.organization?.name, person.contacts[0]?.value].filter(Boolean).join(' · ')}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
