import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import type { SignedIn } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { useSave } from '../use-save.ts';

const browsers: [RegExp, string][] = [
  [/YaBrowser/, 'Яндекс Браузер'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** "Firefox, Windows" out of what a browser says of itself. */
export function deviceName(userAgent: string | null): string {
  const nameIn = (list: [RegExp, string][]) =>
    list.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  return (
    [nameIn(browsers), nameIn(systems)].filter(Boolean).join(', ') || (userAgent ?? '').slice(0, 60)
  );
}

/** Where one is signed in, with the way to end it from here. */
export function SessionsPanel() {
  const { t } = useTranslation();
  const sessions = useItems<SignedIn>('sessions', '/sessions');
  const end = useSave((id: string) => api.delete(`/sessions/${id}`), { touches: ['sessions'] });
  const endOthers = useSave(() => api.delete('/sessions'), {
    touches: ['sessions'],
    said: t('settings.sessions.endedOthers'),
  });
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('settings.sessions.title')}</h3>
      <Loaded of={sessions} wordsOf={wordsOf} skeletonRows={2}>
        {(list) => (
          <>
            <ul className={classes.list}>
              {list.map((session) => (
                <li key={session.id} className={classes.item}>
                  <span className={classes.itemMain}>
                    <span className={classes.itemName}>
                      {deviceName(session.userAgent) || t('settings.sessions.unknown')}
                    </span>
                    <span className={classes.itemMore}>
                      {session.ip} ·{' '}
                      <TimeText at={session.lastSeenAt ?? session.createdAt} as="relative" />
                    </span>
                  </span>
                  {session.current ? (
                    <span className={classes.badge} data-tone="good">
                      {t('settings.sessions.current')}
                    </span>
                  ) : (
                    <Button variant="default" onClick={() => end.mutate(session.id)}>
                      {t('settings.sessions.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {list.length > 1 && (
              <div>
                <Button variant="default" onClick={() => endOthers.mutate(undefined)}>
                  {t('settings.sessions.endOthers')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}
