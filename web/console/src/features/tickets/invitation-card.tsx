import { IconCalendarEvent } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Invitation } from '../../lib/api-types.ts';
import classes from './timeline.module.css';

export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const method = invitation.method.toLowerCase();
  return (
    <section className={classes.invitation}>
      <p className={classes.invitationTitle}>
        <IconCalendarEvent size={17} aria-hidden="true" />
        {t(method === 'cancel' ? 'tickets.invitation.cancelled' : 'tickets.invitation.title')}:{' '}
        {invitation.summary}
      </p>
      <dl className={classes.invitationFacts}>
        {invitation.startsAt && (
          <>
            <dt>{t('tickets.invitation.when')}</dt>
            <dd>
              <TimeText at={invitation.startsAt} />
              {invitation.endsAt && (
                <>
                  {' – '}
                  <TimeText at={invitation.endsAt} />
                </>
              )}
            </dd>
          </>
        )}
        {invitation.location && (
          <>
            <dt>{t('tickets.invitation.where')}</dt>
            <dd>{invitation.location}</dd>
          </>
        )}
        {invitation.organizer && (
          <>
            <dt>{t('tickets.invitation.organizer')}</dt>
            <dd>{invitation.organizer}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
