import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { useAction } from '../../lib/actions.ts';
import { useSession } from '../../lib/session.ts';
import classes from './availability.module.css';
import { turnPresence } from './presence-acts.tsx';
import { sayState } from './say-until.ts';
import type { UserAvailability } from './types.ts';
import { useAvailability, useFull } from './use-availability.ts';

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6 } as const;
const ring = <circle cx="6" cy="6" r="4.6" {...stroke} />;

// A shape for each, so that nothing is said by colour alone.
const shapes: Record<UserAvailability['state'], ReactNode> = {
  available: <circle cx="6" cy="6" r="4.8" fill="currentColor" />,
  away: (
    <>
      {ring}
      <path d="M6 3.4V6l1.7 1.2" {...stroke} strokeLinecap="round" />
    </>
  ),
  off_hours: <path d="M10 7.4A4.6 4.6 0 1 1 4.6 2a3.7 3.7 0 0 0 5.4 5.4z" fill="currentColor" />,
  absent: (
    <>
      {ring}
      <path d="M3.4 6h5.2" {...stroke} strokeLinecap="round" />
    </>
  ),
};

const Shape = ({ state }: Pick<UserAvailability, 'state'>) => (
  <svg viewBox="0 0 12 12" width="11" height="11" aria-hidden="true" className={classes[state]}>
    {shapes[state]}
  </svg>
);

/** Colour, shape and word; the duty beside it. */
export function AvailabilityMark({ of }: { of: UserAvailability }) {
  const { t } = useTranslation();
  const locale = useUiLocale();
  return (
    <span className={classes.mark}>
      {of.onDuty && <span className={classes.duty}>{t('availability.onDuty')}</span>}
      <Shape state={of.state} />
      <span>{sayState(t, of, locale)}</span>
    </span>
  );
}

/** Somebody among those to choose from, with whether they are there. */
export function PersonChoice({ userId, name }: { userId: string; name: string }) {
  const { t } = useTranslation();
  const found = useAvailability().data?.find(({ user }) => user.id === userId);
  const full = useFull().find((one) => one.userId === userId);
  return (
    <span className={classes.person}>
      <span className={classes.choice}>
        <span className={classes.name}>{name}</span>
        {found && <AvailabilityMark of={found} />}
      </span>
      {found?.substitute && (
        <span className={classes.standsIn}>
          {t('availability.absence.by', { name: found.substitute.name })}
        </span>
      )}
      {full && <span className={classes.standsIn}>{t('availability.load', { ...full })}</span>}
    </span>
  );
}

/** On one's own picture, so that nobody forgets to come back; it stands on every screen, so the key for it lives here. */
export function OwnDot() {
  const { t } = useTranslation();
  const locale = useUiLocale();
  const { user } = useSession();
  const cache = useQueryClient();
  useAction('presence', () => void turnPresence(cache, user.id));
  const own = useAvailability().data?.find((one) => one.user.id === user.id);
  return own && (own.state === 'away' || own.state === 'absent') ? (
    <span className={classes.dot} title={sayState(t, own, locale)}>
      <Shape state={own.state} />
      <span className="sr-only">{sayState(t, own, locale)}</span>
    </span>
  ) : null;
}
