import { IconBellOff, IconClock, IconHeart, IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../lib/api-types.ts';
import { useSession } from '../../lib/session.ts';
import classes from './people.module.css';
import { isQuietAt, timeThere } from './quiet.ts';

/** What to know before one writes or calls: the time there, quiet hours, language, favourite channel. */
export function Standing({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { timeZone, quietHours, locale, favouriteChannel } = person;
  const isSilent = [timeZone, quietHours, locale, favouriteChannel].every((each) => each === null);
  return isSilent ? null : (
    <ul className={classes.standing} aria-label={t('people.preferences')}>
      <Clock timeZone={timeZone} quietHours={quietHours} />
      {favouriteChannel && (
        <li>
          <IconHeart size={14} aria-hidden="true" /> {t(`people.kind.${favouriteChannel}`)}
        </li>
      )}
      {locale && (
        <li>
          <IconLanguage size={14} aria-hidden="true" /> {t(`people.language.${locale}`)}
        </li>
      )}
    </ul>
  );
}

function Clock({ timeZone, quietHours }: Pick<Person, 'timeZone' | 'quietHours'>) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const [now] = useState(() => new Date());
  const time = timeThere(now, timeZone ?? workspace.timeZone);
  const isQuiet = isQuietAt(time, quietHours);
  return (
    <>
      {quietHours && (
        <li data-quiet={isQuiet || undefined}>
          <IconBellOff size={14} aria-hidden="true" />
          {t(isQuiet ? 'people.quietNow' : 'people.quiet', quietHours)}
        </li>
      )}
      {(timeZone ?? quietHours) && (
        <li>
          <IconClock size={14} aria-hidden="true" /> {t('people.timeThere', { time })}
        </li>
      )}
    </>
  );
}
