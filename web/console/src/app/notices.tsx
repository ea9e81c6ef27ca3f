import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconBell } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../ui/time-text.tsx';
import type { Notice, Page } from '../lib/api-types.ts';
import { api } from '../lib/client.ts';
import { unreadQuery } from './unread.ts';
import classes from './notices.module.css';

function useUnread(): number {
  return useQuery(unreadQuery).data?.unread ?? 0;
}

function useRead() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (which: { ids?: string[]; ticketId?: string }) => api.post('/notices/read', which),
    onSettled: () => cache.invalidateQueries({ queryKey: ['notices'] }),
  });
}

/** What somebody wants of me, wherever I am; the number is live. */
export function Notices() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const unread = useUnread();
  const label = unread > 0 ? t('app.notices.unread', { count: unread }) : t('app.notices.title');
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      width={340}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Tooltip label={label} position="right" disabled={opened}>
          <ActionIcon
            size={38}
            className={classes.bell}
            aria-label={label}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <IconBell size={20} stroke={1.6} />
            {unread > 0 && (
              <span className={classes.count} aria-hidden="true">
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        {opened && <NoticeList onOpen={() => setOpened(false)} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function NoticeList({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const read = useRead();
  const { data } = useQuery({
    queryKey: ['notices', 'list'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Notice>>('/notices', { limit: 30 }, signal)).items,
    retry: false,
  });
  return (
    <section aria-label={t('app.notices.title')}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('app.notices.title')}</h2>
        <Button
          variant="subtle"
          size="compact-xs"
          disabled={!data?.some(({ readAt }) => readAt === null)}
          onClick={() => read.mutate({})}
        >
          {t('app.notices.readAll')}
        </Button>
      </div>
      {data?.length === 0 && <p className={classes.empty}>{t('app.notices.empty')}</p>}
      <ul className={classes.list}>
        {data?.map((notice) => (
          <li key={notice.id}>
            <Link
              to={`/tickets/${notice.ticket.number}` as string}
              className={classes.notice}
              data-unread={notice.readAt === null || undefined}
              onClick={() => {
                read.mutate({ ids: [notice.id] });
                onOpen();
              }}
            >
              <span className={classes.what}>
                {t(`app.notices.kind.${notice.kind}`, {
                  name: notice.actor.name,
                  defaultValue: notice.kind,
                })}
                <TimeText at={notice.createdAt} className={classes.when ?? ''} />
              </span>
              <span className={classes.where}>
                #{notice.ticket.number} {notice.ticket.subject}
              </span>
              {notice.preview && <span className={classes.preview}>{notice.preview}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whoever has the ticket before them has read what was said of it. */
export function ReadOnSight({ ticketId }: { ticketId: string }) {
  const unread = useUnread();
  const { mutate } = useRead();
  useEffect(() => {
    if (unread > 0 && !document.hidden) {
      mutate({ ticketId });
    }
  }, [unread, ticketId, mutate]);
  return null;
}
