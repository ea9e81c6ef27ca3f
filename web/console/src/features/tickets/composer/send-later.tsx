import { ActionIcon, Menu } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './composer-parts.module.css';
import { usualTimes, type Chosen } from './usual-times.ts';

const ChooseTime = lazy(async () => ({
  default: (await import('./choose-time.tsx')).ChooseTime,
}));

// To make one takes longer than to draw the whole menu.
const formatOf = (language: string) =>
  new Intl.DateTimeFormat(language, { weekday: 'short', hour: '2-digit', minute: '2-digit' });

export function SendLater({ onChoose, disabled }: { onChoose: Chosen; disabled: boolean }) {
  const { t, i18n } = useTranslation();
  const [own, setOwn] = useState(false);
  const [now, setNow] = useState(() => new Date());
  const shown = useMemo(() => formatOf(i18n.language), [i18n.language]);
  return (
    <>
      <Menu position="top-end" onOpen={() => setNow(new Date())}>
        <Menu.Target>
          <ActionIcon
            size={32}
            variant="default"
            disabled={disabled}
            aria-label={t('tickets.composer.later.title')}
          >
            <IconClock size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('tickets.composer.later.title')}</Menu.Label>
          {usualTimes(now).map(({ name, at }) => (
            <Menu.Item
              key={name}
              rightSection={<span className={classes.laterTime}>{shown.format(at)}</span>}
              onClick={() => onChoose(at, true)}
            >
              {t(`tickets.composer.later.${name}`)}
            </Menu.Item>
          ))}
          <Menu.Item onClick={() => setOwn(true)}>{t('tickets.composer.later.own')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        <ChooseTime opened={own} onClose={() => setOwn(false)} onChoose={onChoose} />
      </Suspense>
    </>
  );
}
