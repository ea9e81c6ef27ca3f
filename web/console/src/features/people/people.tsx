import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import { IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import { useAction } from '../../lib/actions.ts';
import type { Person } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { NewPerson } from './new-person.tsx';
import { peopleQuery } from './people-queries.ts';
import classes from './people.module.css';

/** Everybody who ever wrote, and their cards. */
export function People() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const people = useInfiniteQuery(peopleQuery(useDeferredValue(typed.trim())));
  const isOpen = !useMatchRoute()({ to: '/people' });
  useAction('list.search', () => field.current?.focus());
  return (
    <main className={classes.page} data-open={isOpen || undefined}>
      <section className={classes.side} aria-label={t('people.title')}>
        <div className={classes.head}>
          <h1 className={classes.title}>{t('people.title')}</h1>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        </div>
        <div className={classes.find}>
          <TextInput
            ref={field}
            type="search"
            leftSection={<IconSearch size={15} />}
            placeholder={t('people.find')}
            aria-label={t('people.find')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div className={classes.list}>
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
            {(list) => (
              <>
                <PeopleLines people={list.pages.flatMap((page) => page.items)} />
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
              </>
            )}
          </Loaded>
        </div>
      </section>
      <div className={classes.main}>
        {isOpen ? <Outlet /> : <Empty title={t('people.choose')} />}
      </div>
      <NewPerson opened={adding} onClose={() => setAdding(false)} />
    </main>
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
            params={{ id: person.id } as never}
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
