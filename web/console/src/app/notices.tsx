import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBell } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { besideOrAbove } from '../lib/beside-or-above.ts';
import { addWords } from '../lib/i18n.ts';
import { noticeWords } from './notices/words.ts';
import { unreadQuery, useReadNotices } from './unread.ts';
import classes from './notices.module.css';

function useUnread(): number {
  return useQuery(unreadQuery).data?.unread ?? 0;
}

const NoticeList = lazy(async () => {
  const [{ NoticeList: List }] = await Promise.all([
    import('./notices/notice-list.tsx'),
    addWords(noticeWords),
  ]);
  return { default: List };
});

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
      middlewares={besideOrAbove}
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
      <Popover.Dropdown p={8} aria-label={t('app.notices.title')} aria-labelledby={undefined}>
        <Suspense>{opened && <NoticeList onOpen={() => setOpened(false)} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Whoever has the ticket before them has read what was said of it. */
export function ReadOnSight({ ticketId }: { ticketId: string }) {
  const unread = useUnread();
  const { mutate } = useReadNotices();
  useEffect(() => {
    if (unread > 0 && !document.hidden) {
      mutate({ ticketId });
    }
  }, [unread, ticketId, mutate]);
  return null;
}
