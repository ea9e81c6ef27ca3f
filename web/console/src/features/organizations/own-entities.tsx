import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../ui/states.tsx';
import { api } from '../../lib/client.ts';
import type { LegalEntity } from '../../lib/customer-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useMay, useSession } from '../../lib/session.ts';
import classes from './organizations.module.css';
import { Requisites } from './requisites.tsx';

/** As whom our own company works with its customers: one entity or several. */
export function OwnEntities() {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const may = useMay();
  const entities = useQuery({
    queryKey: ['organizations', 'own'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: LegalEntity[] }>('/legal-entities', {}, signal)).items,
  });
  return (
    <div className={classes.detail}>
      <ActionIcon
        component={Link}
        to="/organizations"
        className={classes.back}
        size={40}
        aria-label={t('organizations.back')}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <div>
        <h1 className={classes.bigName}>{workspace.name}</h1>
        <p className={classes.none}>{t('organizations.ownHint')}</p>
      </div>
      <Loaded of={entities} wordsOf={wordsOf}>
        {(list) => (
          <Requisites
            organizationId={null}
            entities={list}
            may={may('organization.change') && may('workspace.change')}
          />
        )}
      </Loaded>
    </div>
  );
}
