import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { PlannedAnswer, Ticket } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { draftsKey } from '../../../lib/whispers.ts';
import classes from './composer-parts.module.css';
import { ChooseTime } from './choose-time.tsx';

const plannedKey = (number: string) => ['ticket', number, 'planned'] as const;

/** What will be answered here without anybody doing more, and what did not go out by itself. */
export function PlannedList({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: plannedKey(String(ticket.number)),
    queryFn: async ({ signal }) =>
      (await api.get<{ items: PlannedAnswer[] }>(`/tickets/${ticket.id}/planned`, {}, signal))
        .items,
    staleTime: 30_000,
    retry: false,
  });
  if (!data?.length) {
    return null;
  }
  return (
    <ul className={classes.plannedList} aria-label={t('tickets.composer.planned.title')}>
      {data.map((planned) => (
        <PlannedLine key={planned.id} planned={planned} ticket={ticket} />
      ))}
    </ul>
  );
}

function usePlanned(planned: PlannedAnswer, ticket: Ticket) {
  const cache = useQueryClient();
  const at = `/tickets/${ticket.id}/planned/${planned.id}`;
  const options = {
    onError: (error: Error) => showToast(wordsOf(error).words, { tone: 'bad' }),
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: plannedKey(String(ticket.number)) });
      await cache.invalidateQueries({ queryKey: draftsKey(ticket.id) });
    },
  };
  const change = useMutation({
    mutationFn: (part: { sendAt: string; unlessAnswered?: boolean }) =>
      api.patch(at, { ...part, version: planned.version }),
    ...options,
  });
  const cancel = useMutation({ mutationFn: () => api.delete(at), ...options });
  return { change, cancel };
}

function PlannedLine({ planned, ticket }: { planned: PlannedAnswer; ticket: Ticket }) {
  const { t } = useTranslation();
  const [choosing, setChoosing] = useState(false);
  const { change, cancel } = usePlanned(planned, ticket);
  const mayReply = ticket.allowed?.reply !== false;
  return (
    <li className={classes.planned} data-bad={planned.problem ? true : undefined}>
      {planned.problem ? (
        <IconAlertCircle size={15} aria-hidden="true" />
      ) : (
        <IconClock size={15} aria-hidden="true" />
      )}
      <span className={classes.plannedText}>
        <b>
          {planned.problem ? (
            t(`tickets.composer.planned.problem.${planned.problem}`)
          ) : (
            <>
              {t('tickets.composer.planned.willBeSent')} <TimeText at={planned.sendAt} />
            </>
          )}
        </b>{' '}
        {planned.author.name}: {planned.body.slice(0, 140)}
      </span>
      {mayReply && (
        <span className={classes.plannedActs}>
          <Button
            variant="subtle"
            size="compact-xs"
            loading={change.isPending}
            onClick={() => change.mutate({ sendAt: new Date().toISOString() })}
          >
            {t('tickets.composer.planned.now')}
          </Button>
          <Button variant="subtle" size="compact-xs" onClick={() => setChoosing(true)}>
            {t('tickets.composer.planned.time')}
          </Button>
          <Button
            variant="subtle"
            size="compact-xs"
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('tickets.composer.planned.cancel')}
          </Button>
        </span>
      )}
      <ChooseTime
        opened={choosing}
        at={new Date(planned.sendAt)}
        onClose={() => setChoosing(false)}
        onChoose={(sendAt, unlessAnswered) =>
          change.mutate({ sendAt: sendAt.toISOString(), unlessAnswered })
        }
      />
    </li>
  );
}
