import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../../../ui/states.tsx';
import { addWords } from '../../../lib/i18n.ts';
import { useMay, useSession } from '../../../lib/session.ts';
import { availabilityWords } from '../../../parts/availability/words.ts';
import classes from '../settings.module.css';

const Own = lazy(async () => {
  const [{ Absences }] = await Promise.all([
    import('../availability/absences.tsx'),
    addWords(availabilityWords),
  ]);
  return {
    default: function OwnAbsences() {
      const { t } = useTranslation();
      const { user } = useSession();
      return (
        <section className={classes.panel}>
          <h3 className={classes.panelTitle}>{t('availability.absence.own')}</h3>
          <p className={classes.hint}>{t('availability.absence.ownHint')}</p>
          <Absences userId={user.id} />
        </section>
      );
    },
  };
});

/** One's own absences, entered by oneself. */
export function AbsencePanel() {
  return useMay()('user.read') ? (
    <Suspense fallback={<Skeleton rows={2} />}>
      <Own />
    </Suspense>
  ) : null;
}
