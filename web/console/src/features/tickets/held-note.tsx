import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconClock } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Message, Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.ts';
import { draftsKey } from '../../lib/whispers.ts';
import { takeBack } from './composer/use-sending.ts';
import classes from './timeline.module.css';

/** Whole seconds until then, counting down; 0 when it is over. */
function useSecondsUntil(at: string | null | undefined): number {
  const until = at ? Date.parse(at) : 0;
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, Math.ceil((until - now) / 1000));
  useEffect(() => {
    if (until <= Date.now()) {
      return undefined;
    }
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return left;
}

/** Seconds in which the letter of this answer still waits for its author to think better of it. */
export function useHeldSeconds({ delivery }: Message): number {
  const isHeld = delivery?.state === 'queued' && delivery.attempts === 0;
  return useSecondsUntil(isHeld ? delivery.nextAttemptAt : null);
}

export function HeldNote(props: { message: Message; ticket: Ticket; seconds: number }) {
  const { message, ticket, seconds } = props;
  const { t } = useTranslation();
  const { user } = useSession();
  const cache = useQueryClient();
  const back = useMutation({
    mutationFn: () => takeBack(ticket.id, message.id),
    onError: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] });
      await cache.invalidateQueries({ queryKey: draftsKey(ticket.id) });
    },
  });
  return (
    <div className={classes.state}>
      <IconClock size={14} aria-hidden="true" />
      <span className={classes.stateText}>{t('tickets.delivery.held', { count: seconds })}</span>
      {message.author.id === user.id && (
        <Button variant="default" loading={back.isPending} onClick={() => back.mutate()}>
          {t('tickets.takeBack')}
        </Button>
      )}
    </div>
  );
}
