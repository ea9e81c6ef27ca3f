import { useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { undoLastToast } from '../../../ui/toast.tsx';
import { useAction } from '../lib/actions.ts';
import { useMay } from '../lib/session.ts';
import { listenToStream, type StreamChange } from '../lib/stream.ts';
import { useCalls, WaitingInTitle } from './attention/attention.tsx';
import { CallWindow } from './call-window.tsx';
import { beginTour, RunningTour, Strips } from './guide.tsx';
import { Help } from './help.tsx';
import { Rail } from './rail.tsx';
import { SearchPalette } from './search-palette.tsx';
import classes from './shell.module.css';

/** The frame of every signed-in screen: sections, the live stream, keys. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const { connected, said } = useLive();
  const go = (to: string) => void navigate({ to });
  useAction('help', () => setHelp(true));
  useAction('undo', undoLastToast);
  useAction('tour', beginTour);
  useAction('go.firstSteps', () => go('/welcome'), useMay()('workspace.change'));
  useAction('go.people', () => go('/people'));
  useAction('go.organizations', () => go('/organizations'));
  useAction('go.settings', () => go('/settings'));
  // Where the screen has no list of its own to search in.
  useAction('list.search', () => go('/search'), { level: -1 });
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        {t('app.skip')}
      </a>
      <Rail onHelp={() => setHelp(true)} />
      <div className={classes.content} id="content" tabIndex={-1}>
        <Strips />
        {!connected && <output className={classes.offline}>{t('app.offline')}</output>}
        <div className={classes.screen}>
          <Outlet />
        </div>
      </div>
      <p className="sr-only" aria-live="polite">
        {said}
      </p>
      <WaitingInTitle />
      <RunningTour />
      <CallWindow />
      <SearchPalette />
      <Help opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}

const patienceMs = 4000;

/** The machine itself knows at once that its network has gone; the stream only after a while. */
function listenToNetwork(heard: () => void): () => void {
  window.addEventListener('online', heard);
  window.addEventListener('offline', heard);
  return () => {
    window.removeEventListener('online', heard);
    window.removeEventListener('offline', heard);
  };
}

function useLive() {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const online = useSyncExternalStore(listenToNetwork, () => navigator.onLine);
  const [connected, setConnected] = useState(true);
  const [said, say] = useState('');
  const calls = useCalls();
  const onChange = useEffectEvent((change: StreamChange) => {
    say((old) => spoken(change, t) ?? old);
    calls.changed(change);
  });
  const onNotice = useEffectEvent(() => calls.noticed());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToStream(cache, {
      change: (change) => onChange(change),
      noticed: () => onNotice(),
      state: (now) => {
        clearTimeout(timer);
        // A blink of the network is not worth a word.
        timer = setTimeout(() => setConnected(now), now ? 0 : patienceMs);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [cache]);
  return { connected: connected && online, said };
}

function spoken(change: StreamChange, t: ReturnType<typeof useTranslation>['t']): string | null {
  if (!change.ticket || change.actor.kind === 'user') {
    return null;
  }
  const { number, subject } = change.ticket;
  if (change.name === 'ticket.opened') {
    return t('app.newTicket', { number, subject });
  }
  // The first message of a ticket is the new ticket, which has just been told.
  const isFirst = change.ticket.messageCount <= 1;
  return change.name === 'message.received' && !isFirst
    ? t('app.newLetter', { number, subject })
    : null;
}
