import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useMatchRoute, useParams } from '@tanstack/react-router';
import { IconBuilding } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { Organization } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { SideList } from '../../lib/side-list.tsx';
import { OrganizationForm } from './organization-form.tsx';
import { organizationsQuery } from './organization-queries.ts';
import classes from './organizations.module.css';

export function Organizations() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState(false);
  const found = useInfiniteQuery(organizationsQuery(useDeferredValue(typed.trim())));
  const isOpen = !useMatchRoute()({ to: '/organizations' });
  return (
    <>
      <SideList
        title={t('organizations.title')}
        find={t('organizations.find')}
        typed={typed}
        onType={setTyped}
        add={t('organizations.add')}
        onAdd={() => setAdding(true)}
        isOpen={isOpen}
        choose={t('organizations.choose')}
      >
        {!typed && (
          <Link to="/organizations/own" className={classes.ownLink}>
            {t('organizations.own')}
          </Link>
        )}
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
      </SideList>
      <Dialog opened={adding} onClose={() => setAdding(false)} title={t('organizations.addTitle')}>
        <OrganizationForm organization={null} onSaved={() => setAdding(false)} />
      </Dialog>
    </>
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
            params={{ id: organization.id }}
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
