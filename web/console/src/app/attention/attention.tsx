import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import calmIcon from '../../../early/favicon.svg';
import waitingIcon from '../../../early/favicon-waiting.svg';
import type { Notice, Page } from '../../lib/api-types.ts';
import { attentionOf } from '../../lib/attention/attention.ts';
import { callAway, holdSight } from '../../lib/attention/call-away.ts';
import { api } from '../../lib/client.ts';
import { addWords } from '../../lib/i18n.ts';
import { useSession } from '../../lib/session.ts';
import type { StreamChange } from '../../lib/stream.ts';
import { noticeWords } from '../notices/words.ts';
import { useWaiting } from './use-waiting.ts';
import { reasonToCall } from './what-calls.ts';

/** Where somebody who looks elsewhere sees that something waits: the name of the tab, and its sign. */
export function WaitingInTitle() {
  const { count, more } = useWaiting();
  useEffect(() => {
    document.title = count > 0 ? `(${count}${more ? '+' : ''}) Otklik` : 'Otklik';
    document
      .querySelector('link[rel="icon"]')
      ?.setAttribute('href', count > 0 ? waitingIcon : calmIcon);
  }, [count, more]);
  useEffect(
    () => () => {
      document.title = 'Otklik';
      document.querySelector('link[rel="icon"]')?.setAttribute('href', calmIcon);
    },
    [],
  );
  return null;
}

type Told = { changed: (change: StreamChange) => void; noticed: () => void };

/** Calls somebody who looks elsewhere, if they have asked for it in their own settings. */
export function useCalls(): Told {
  const { t } = useTranslation();
  const { user } = useSession();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const lastNotice = useRef<string | null>(null);
  useEffect(holdSight, []);
  const call = (id: string, ticket: { number: number; subject: string } | null, text: string) =>
    void callAway(user.id, {
      id,
      title: ticket ? `#${ticket.number} ${ticket.subject}` : t('app.notices.title'),
      text,
      onOpen: () => void navigate({ to: `/tickets/${ticket?.number ?? ''}` as string }),
    });
  const changed = (change: StreamChange) => {
    const looker = { me: user.id, wantsNew: attentionOf(user.id).newTickets };
    const reason = reasonToCall(change, looker);
    const { ticket } = change;
    if (reason && ticket) {
      const name = reason === 'assigned' ? (change.actor.name ?? '') : ticket.requester.name;
      const who = t(`app.attention.${reason}`, { name });
      call(change.id, ticket, [who, ticket.preview].filter(Boolean).join('\n'));
    }
  };
  const noticed = async () => {
    if (!document.hidden) {
      return;
    }
    const newest = await cache.fetchQuery({
      queryKey: ['notices', 'newest'],
      queryFn: async ({ signal }) =>
        (await api.get<Page<Notice>>('/notices', { limit: 1, unread: true }, signal)).items[0] ??
        null,
      staleTime: 0,
    });
    if (newest && newest.id !== lastNotice.current) {
      lastNotice.current = newest.id;
      const [{ sayNotice }] = await Promise.all([
        import('../notices/say-notice.ts'),
        addWords(noticeWords),
      ]);
      call(
        newest.id,
        newest.ticket,
        [sayNotice(t, newest), newest.preview].filter(Boolean).join('\n'),
      );
    }
  };
  return { changed, noticed: () => void noticed().catch(() => undefined) };
}
