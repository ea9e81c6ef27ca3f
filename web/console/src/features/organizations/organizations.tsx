import { Button, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import { IconBuilding, IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { useAction } from '../../lib/actions.ts';
import type { Organization } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { OrganizationForm } from './organization-form.tsx';
import { organizationsQuery } from './organization-queries.ts';
import classes from './organizations.module.css';

export function Organizations() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const found = useInfiniteQuery(organizationsQuery(useDeferredValue(typed.trim())));
  const isOpen = !useMatchRoute()({ to: '/organizations' });
  useAction('list.search', () => field.current?.focus());
  return (
    <main className={classes.page} data-open={isOpen || undefined}>
      <section className={classes.side} aria-label={t('organizations.title')}>
        <div className={classes.head}>
          <h1 className={classes.title}>{t('organizations.title')}</h1>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
            {t('organizations.add')}
          </Button>
        </div>
        <div className={classes.find}>
          <TextInput
            ref={field}
            type="search"
            leftSection={<IconSearch size={15} />}
            placeholder={t('organizations.find')}
            aria-label={t('organizations.find')}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <div className={classes.list}>
          <Loaded
            of={found}
            wordsOf={wordsOf}
            isEmpty={(list) => list.pages.every((page) => page.items.length === 0)}
            empty={
              <Empty
                icon={<IconBuilding size={30} stroke={1.4} />}
                title={t(typed ? 'organizations.notFound' : 'organizations.empty')}
                text={typed ? '' : t('organizations.emptyText')}
              />
            }
          >
            {(list) => <Lines organizations={list.pages.flatMap((page) => page.items)} />}
          </Loaded>
          {found.hasNextPage && (
            <Button
              variant="subtle"
              fullWidth
              loading={found.isFetchingNextPage}
              onClick={() => void found.fetchNextPage()}
            >
              {t('organizations.more')}
            </Button>
          )}
        </div>
      </section>
      <div className={classes.main}>
        {isOpen ? <Outlet /> : <Empty title={t('organizations.choose')} />}
      </div>
      <Dialog opened={adding} onClose={() => setAdding(false)} title={t('organizations.addTitle')}>
        <OrganizationForm organization={null} onSaved={() => setAdding(false)} />
      </Dialog>
    </main>
  );
}

function Lines({ organizations }: { organizations: Organization[] }) {
  const { t } = useTranslation();
  const { id } = useParams({ strict: false }) as { id?: string };
  return (
    <ul className={classes.lines}>
      {organizations.map((organization) => (
        <li key={organization.id}>
          <Link
            to="/organizations/$id"
            params={{ id: organization.id } as never}
            className={classes.line}
            aria-current={organization.id === id ? 'true' : undefined}
          >
            <span className={classes.lineName}>{organization.name}</span>
            <span className={classes.lineMore}>
              {[
                t('organizations.people', { count: organization.people }),
                ...organization.domains,
              ].join(' · ')}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
