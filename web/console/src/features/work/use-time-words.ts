import { useTranslation } from 'react-i18next';

/** "1 ч 5 мин", "25 мин". */
export function useTimeWords(): (minutes: number) => string {
  const { t } = useTranslation();
  return (minutes) =>
    minutes < 60
      ? t('work.time.m', { minutes })
      : t('work.time.hm', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}
