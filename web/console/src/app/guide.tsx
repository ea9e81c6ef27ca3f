import { ActionIcon, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { IconHelp, IconKeyboard, IconListCheck, IconRoute } from '@tabler/icons-react';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { guideWords } from '../features/guide/words.ts';
import { addWords } from '../lib/i18n.ts';
import { useMay } from '../lib/session.ts';
import classes from './shell.module.css';

const part = async <T,>(load: () => Promise<T>): Promise<T> =>
  (await Promise.all([load(), addWords(guideWords)]))[0];

const Banner = lazy(async () => ({
  default: (await part(() => import('../features/guide/demo-banner.tsx'))).DemoBanner,
}));
const Offer = lazy(async () => ({
  default: (await part(() => import('../features/guide/tour-offer.tsx'))).TourOffer,
}));
const Tour = lazy(async () => ({
  default: (await part(() => import('../features/guide/tour.tsx'))).Tour,
}));

/** Whether a tour is on; begun from the help menu, the strip or the first steps. */
let running = false;
const listeners = new Set<() => void>();
function setRunning(now: boolean): void {
  running = now;
  for (const heard of listeners) {
    heard();
  }
}
export const beginTour = () => setRunning(true);
const listen = (heard: () => void) => {
  listeners.add(heard);
  return () => void listeners.delete(heard);
};
const useRunning = () => useSyncExternalStore(listen, () => running);

/** Above every screen: that the company is made up, and the offer of a tour. */
export function Strips() {
  const isRunning = useRunning();
  return (
    <Suspense fallback={null}>
      {!isRunning && <Offer onBegin={beginTour} />}
      <Banner />
    </Suspense>
  );
}

export function RunningTour() {
  return useRunning() ? (
    <Suspense fallback={null}>
      <Tour onEnd={() => setRunning(false)} />
    </Suspense>
  ) : null;
}

/** Keys, the tour, the first steps. */
export function HelpMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  return (
    <Menu position="right-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          size={38}
          className={classes.help}
          data-tour="help"
          aria-label={t('app.helpMenu.title')}
        >
          <IconHelp size={20} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconKeyboard size={16} />}
          rightSection={<kbd className={classes.menuKey}>?</kbd>}
          onClick={onKeys}
        >
          {t('app.keys')}
        </Menu.Item>
        <GuideItems />
      </Menu.Dropdown>
    </Menu>
  );
}

/** Also in the account's menu on a phone, which has no room for another one. */
export function GuideItems({ className }: { className?: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const maySetUp = useMay()('workspace.change');
  const own = className === undefined ? {} : { className };
  return (
    <>
      <Menu.Item {...own} leftSection={<IconRoute size={16} />} onClick={beginTour}>
        {t('app.helpMenu.tour')}
      </Menu.Item>
      {maySetUp && (
        <Menu.Item
          {...own}
          leftSection={<IconListCheck size={16} />}
          onClick={() => void navigate({ to: '/welcome' })}
        >
          {t('app.helpMenu.steps')}
        </Menu.Item>
      )}
    </>
  );
}
