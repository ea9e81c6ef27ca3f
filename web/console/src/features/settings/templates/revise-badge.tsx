import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import own from './templates.module.css';

type Props = {
  /** Where it is changed, e.g. `/macros/…`. */
  path: string;
  version: number;
  why: 'unused' | 'old';
  touches: string[];
};

/** Asks to look it over; one press says that it is right as it is. */
export function ReviseBadge({ path, version, why, touches }: Props) {
  const { t } = useTranslation();
  const review = useSave(() => api.patch(path, { version, reviewed: true }), { touches });
  return (
    <span className={own.filter}>
      <span className={classes.badge} data-tone="warn">
        {t(`settings.templates.why.${why}`)}
      </span>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={review.isPending}
        onClick={() => review.mutate(undefined)}
      >
        {t('settings.templates.stillRight')}
      </Button>
    </span>
  );
}
