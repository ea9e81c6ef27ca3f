import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Progress } from '../../../../ui/progress.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import { demoQuery, percentOf, useDemoActs, type Demo } from '../../lib/guide.ts';
import { LinkButton } from '../../lib/link-button.tsx';
import { wordsOf } from '../../lib/problem.ts';
import { ConfirmButton } from './confirm-button.tsx';
import classes from './settings.module.css';

/** A company that is made up, to look around in: here it comes and goes. */
export function DemoSettings() {
  const { t } = useTranslation();
  const demo = useQuery(demoQuery);
  return (
    <section className={classes.panel}>
      <p className={classes.hint}>{t('settings.demo.text')}</p>
      <p className={classes.hint}>{t('settings.demo.nothingLeaves')}</p>
      <div aria-live="polite">
        <Loaded of={demo} wordsOf={wordsOf}>
          {(known) => <State demo={known} />}
        </Loaded>
      </div>
    </section>
  );
}

function State({ demo }: { demo: Demo }) {
  const { t } = useTranslation();
  const { load, remove } = useDemoActs();
  const removal = (
    <ConfirmButton
      label={t('settings.demo.remove')}
      question={t('settings.demo.question')}
      loading={remove.isPending}
      onConfirm={() => remove.mutate()}
    />
  );
  switch (demo.state) {
    case 'absent':
      return (
        <Button loading={load.isPending} onClick={() => load.mutate()}>
          {t('settings.demo.load')}
        </Button>
      );
    case 'ready':
      return (
        <div className={classes.row}>
          <span>{t('settings.demo.here')}</span>
          <LinkButton to="/tickets" search={{ view: 'open' }} variant="default">
            {t('settings.demo.look')}
          </LinkButton>
          {removal}
        </div>
      );
    default: {
      const percent = percentOf(demo);
      const words = t(`settings.demo.${demo.state}`, { percent });
      return (
        <>
          <p className={classes.hint}>{words}</p>
          <div className={classes.progressPlace}>
            <Progress percent={percent} label={words} />
          </div>
          {demo.state === 'loading' && removal}
        </>
      );
    }
  }
}
