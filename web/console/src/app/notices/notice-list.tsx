import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Notice, Page } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { useReadNotices } from '../unread.ts';
import classes from '../notices.module.css';
import { sayNotice } from './say-notice.ts';

/** What concerns me, the newest first. */
export function NoticeList({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation();
  const read = useReadNotices();
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
          {t('notices.readAll')}
        </Button>
      </div>
      {data?.length === 0 && <p className={classes.empty}>{t('notices.empty')}</p>}
      <ul className={classes.list}>
        {data?.map((notice) => (
          <li key={notice.id}>
            <Link
              to={notice.path as string}
              className={classes.notice}
              data-unread={notice.readAt === null || undefined}
              onClick={() => {
                read.mutate({ ids: [notice.id] });
                onOpen();
              }}
            >
              <span className={classes.what}>
                {sayNotice(t, notice)}
                <TimeText at={notice.createdAt} className={classes.when ?? ''} />
              </span>
              {notice.ticket && (
                <span className={classes.where}>
                  #{notice.ticket.number} {notice.ticket.subject}
                </span>
              )}
              {notice.preview && <span className={classes.preview}>{notice.preview}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
