import { IconMessageExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { Message } from '../../../lib/api-types.ts';
import classes from './composer-parts.module.css';

/** What came while one was writing, where one cannot overlook it. */
export function Overtaken({ news, pressed }: { news: readonly Message[]; pressed: boolean }) {
  const { t } = useTranslation();
  if (news.length === 0) {
    return null;
  }
  return (
    <div className={classes.overtaken} role="alert">
      <p className={classes.overtakenTitle}>
        <IconMessageExclamation size={16} aria-hidden="true" />
        {t('tickets.composer.overtaken', { count: news.length })}
        {pressed && <b>{t('tickets.composer.pressAgain')}</b>}
      </p>
      {news.slice(-3).map((message) => (
        <blockquote key={message.id} className={classes.overtakenMessage}>
          <span className={classes.overtakenWho}>
            {message.author.name} <TimeText at={message.createdAt} as="relative" />
          </span>
          {message.text.slice(0, 600)}
        </blockquote>
      ))}
    </div>
  );
}
