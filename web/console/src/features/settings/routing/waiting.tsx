import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import classes from '../settings.module.css';
import type { WaitingTicket } from './types.ts';

/** Tickets for which nobody is free; nothing is said where nothing waits. */
export function Waiting() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['routing-queue'],
    queryFn: ({ signal }) => api.get<Page<WaitingTicket>>('/routing-queue', { limit: 20 }, signal),
    refetchInterval: 15_000,
  });
  if (!data || data.items.length === 0) {
    return null;
  }
  return (
    <section className={classes.panel} aria-labelledby="routing-queue">
      <h3 id="routing-queue" className={classes.panelTitle}>
        {t('routing.queue')}
      </h3>
      <p className={classes.hint}>{t('routing.queueText')}</p>
      <ul className={classes.list}>
        {data.items.map(({ ticket, team, since }) => (
          <li key={ticket.id} className={classes.item}>
            <span className={classes.itemMain}>
              <Link to={`/tickets/${ticket.number}` as string}>
                #{ticket.number} {ticket.subject}
              </Link>
              <span className={classes.itemMore}>
                {team.name} · {t(`ui.priority.${ticket.priority}`)} · <TimeText at={since} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
