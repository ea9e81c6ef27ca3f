import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { useUsers } from '../../lib/refs.ts';
import { useSession } from '../../lib/session.ts';
import type { Channel } from '../../lib/settings-types.ts';
import { ticketListQuery } from '../../lib/tickets.ts';
import classes from './first-run.module.css';

type Step = { name: string; done: boolean; to: string };

function useSteps(): Step[] {
  const session = useSession();
  const users = useUsers().data ?? [];
  const tickets = useInfiniteQuery(ticketListQuery({ sort: 'created' }));
  const channels = useQuery({
    queryKey: ['channels'],
    queryFn: async ({ signal }) => (await api.get<Page<Channel>>('/channels', {}, signal)).items,
  });
  const all = tickets.data?.pages.flatMap((page) => page.items) ?? [];
  return [
    { name: 'letter', done: all.length > 0, to: '/welcome' },
    {
      name: 'answer',
      done: all.some((ticket) => ticket.lastMessageBy === 'agent'),
      to: '/tickets?view=open',
    },
    {
      name: 'mailbox',
      done: (channels.data ?? []).some((channel) => !channel.builtIn),
      to: '/settings/channels',
    },
    { name: 'colleagues', done: users.length > 1, to: '/settings/users' },
    { name: 'totp', done: session.totp.enabled, to: '/settings/profile' },
  ];
}

/** What is set up and what is not, each one click away. */
export function Checklist() {
  const { t } = useTranslation();
  return (
    <ul className={classes.checklist}>
      {useSteps().map(({ name, done, to }) => (
        <li key={name} className={classes.check} data-done={done || undefined}>
          {done ? (
            <IconCircleCheckFilled size={20} color="var(--good)" aria-label={t('firstRun.done')} />
          ) : (
            <IconCircle size={20} color="var(--text-3)" aria-label={t('firstRun.toDo')} />
          )}
          <span className={classes.checkText}>{t(`firstRun.step.${name}`)}</span>
          {!done && name !== 'letter' && (
            <Button variant="subtle" component={Link} to={to}>
              {t('firstRun.do')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
