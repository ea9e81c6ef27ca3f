import { Button, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Progress } from '../../../../ui/progress.tsx';
import { demoQuery, percentOf, useDemoActs } from '../../lib/guide.ts';
import { useMay } from '../../lib/session.ts';
import classes from './guide.module.css';

/** Says calmly that what is seen is made up, and how it goes away. */
export function DemoBanner() {
  const { t } = useTranslation();
  const { data: demo } = useQuery(demoQuery);
  const mayRemove = useMay()('workspace.change');
  if (!demo || demo.state === 'absent') {
    return null;
  }
  const percent = percentOf(demo);
  if (demo.state === 'ready') {
    return (
      <aside className={classes.strip} aria-label={t('guide.demo.here')}>
        <p className={classes.stripText}>{t('guide.demo.here')}</p>
        {mayRemove && <Remove />}
      </aside>
    );
  }
  const words = t(`guide.demo.${demo.state}`, { percent });
  return (
    <aside className={classes.strip} aria-label={words}>
      <p className={classes.stripText}>{words}</p>
      <div className={classes.bar}>
        <Progress percent={percent} label={words} />
      </div>
      {demo.state === 'loading' && mayRemove && <Remove />}
    </aside>
  );
}

function Remove() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { remove } = useDemoActs();
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus width={300} shadow="md" withRoles>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          loading={remove.isPending}
          onClick={() => setOpened(!opened)}
        >
          {t('guide.demo.remove')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p style={{ margin: '0 0 10px' }}>{t('guide.demo.question')}</p>
        <Button
          color="red"
          mr={8}
          onClick={() => {
            setOpened(false);
            remove.mutate();
          }}
        >
          {t('guide.demo.remove')}
        </Button>
        <Button variant="default" onClick={() => setOpened(false)}>
          {t('guide.demo.cancel')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
