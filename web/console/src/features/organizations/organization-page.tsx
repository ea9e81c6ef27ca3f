import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../ui/states.tsx';
import { wordsOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.ts';
import { TicketLines } from '../../lib/ticket-lines.tsx';
import { Branches } from './branches.tsx';
import { OrganizationForm } from './organization-form.tsx';
import { organizationQuery } from './organization-queries.ts';
import classes from './organizations.module.css';
import { Requisites } from './requisites.tsx';

export function OrganizationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const may = useMay()('organization.change');
  const organization = useQuery(organizationQuery(id));
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
      <Loaded of={organization} wordsOf={wordsOf}>
        {(known) => (
          <>
            <h1 className={classes.bigName}>{known.name}</h1>
            <OrganizationForm key={`${known.id}${known.version}`} organization={known} />
            <Requisites organizationId={known.id} entities={known.legalEntities} may={may} />
            <Branches organizationId={known.id} branches={known.branches} may={may} />
            <section>
              <h2 className={classes.cardTitle}>{t('organizations.tickets')}</h2>
              <TicketLines
                filter={{ organization: known.id }}
                empty={t('organizations.noTickets')}
              />
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}
