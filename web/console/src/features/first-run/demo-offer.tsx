import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Progress } from '../../../../ui/progress.tsx';
import { demoQuery, percentOf, useDemoActs } from '../../lib/guide.ts';
import { LinkButton } from '../../lib/link-button.tsx';
import classes from './first-run.module.css';

/** Whoever has no letters yet can look around among those of a company that is made up. */
export function DemoOffer() {
  const { t } = useTranslation();
  return (
    <section className={classes.way}>
      <h2 className={classes.wayTitle}>
        <IconBuildingStore size={20} stroke={1.6} aria-hidden="true" /> {t('firstRun.demo.title')}
      </h2>
      <p className={classes.wayText}>{t('firstRun.demo.text')}</p>
      <div aria-live="polite">
        <DemoState />
      </div>
    </section>
  );
}

function DemoState() {
  const { t } = useTranslation();
  const { data: demo } = useQuery(demoQuery);
  const { load } = useDemoActs();
  if (demo?.state === 'ready') {
    return (
      <LinkButton to="/tickets" search={{ view: 'open' }} variant="default">
        {t('firstRun.demo.look')}
      </LinkButton>
    );
  }
  if (demo?.state === 'loading' || demo?.state === 'removing') {
    const percent = percentOf(demo);
    const words = t(`firstRun.demo.${demo.state}`, { percent });
    return (
      <>
        <p className={classes.wayText}>{words}</p>
        <div className={classes.bar}>
          <Progress percent={percent} label={words} />
        </div>
      </>
    );
  }
  return (
    <Button variant="default" loading={load.isPending} onClick={() => load.mutate()}>
      {t('firstRun.demo.load')}
    </Button>
  );
}
