import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { api } from '../../../lib/client.ts';
import { useSession } from '../../../lib/session.ts';
import { presenceKey, type Present } from '../../../lib/whispers.ts';
import { newKey } from '../../../lib/new-key.ts';

const everyMs = 4000;
const screen = newKey();

/** Says that this window shows the ticket, and hears who else does; one's own name is no news. */
export function usePresence(ticketId: string, writing: boolean): Present[] {
  const cache = useQueryClient();
  const { user } = useSession();
  const say = useEffectEvent(async () => {
    const doing = writing ? 'writing' : 'looking';
    const path = `/tickets/${ticketId}/presence`;
    const { people } = await api.put<{ people: Present[] }>(path, { screen, doing });
    cache.setQueryData(presenceKey(ticketId), people);
  });
  useEffect(() => {
    const saySafely = () => void say().catch(() => undefined);
    const leave = () => sayGone(ticketId);
    const onSight = () => (document.hidden ? leave() : saySafely());
    if (!document.hidden) {
      saySafely();
    }
    const timer = setInterval(() => !document.hidden && saySafely(), everyMs);
    document.addEventListener('visibilitychange', onSight);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', onSight);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [ticketId]);
  useEffect(() => {
    if (writing) {
      void say().catch(() => undefined);
    }
  }, [writing]);
  const { data } = useQuery<Present[]>({
    queryKey: presenceKey(ticketId),
    queryFn: () => [],
    enabled: false,
    gcTime: 0,
  });
  return (data ?? []).filter(({ id }) => id !== user.id);
}

function sayGone(ticketId: string): void {
  api.sayGone(`/tickets/${ticketId}/presence`, { screen, doing: null });
}
