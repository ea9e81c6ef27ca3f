import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOwnTour, useTours } from '../../lib/guide.ts';
import classes from './guide.module.css';

/** For colleagues who have just come: whoever sets things up has the list of first steps instead. */
export function TourOffer({ onBegin }: { onBegin: () => void }) {
  const { t } = useTranslation();
  const tour = useOwnTour();
  const { tours, keep } = useTours();
  const isOffered = tours !== undefined && !tours.some((each) => each.tour === tour);
  if (tour === 'administrator' || !isOffered) {
    return null;
  }
  return (
    <aside className={classes.strip} aria-label={t('guide.tour.offer')}>
      <p className={classes.stripText}>{t('guide.tour.offer')}</p>
      <div className={classes.acts}>
        <Button size="compact-xs" onClick={onBegin}>
          {t('guide.tour.begin')}
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => keep(tour, 'left', 0)}>
          {t('guide.tour.notNow')}
        </Button>
      </div>
    </aside>
  );
}
