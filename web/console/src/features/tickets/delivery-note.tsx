import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconAlertCircle, IconCheck, IconClock, IconMailX, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../ui/time-text.tsx';
import { showToast } from '../../../../ui/toast.tsx';
import type { Bounce, Delivery, Message, Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { messagesQuery } from '../../lib/tickets.ts';
import { HeldNote, useHeldSeconds } from './held-note.tsx';
import classes from './timeline.module.css';

const icons = {
  queued: IconClock,
  sending: IconSend,
  sent: IconCheck,
  bounced: IconMailX,
  failed: IconAlertCircle,
};

/** The code in words, and what the other server said in its own. */
function useReason(): (code: string | null, detail: string | null) => string {
  const { t } = useTranslation();
  return (code, detail) => {
    const words = code ? t(`tickets.deliveryReason.${code}`, { defaultValue: '' }) : '';
    // What we ourselves say of our own trouble is said in the words already.
    const said = code === 'no_route' ? '' : (detail ?? '');
    return [words, said].filter(Boolean).join(' — ') || (code ?? '');
  };
}

/** Where an answer is on its way: waiting, sent, or why it did not arrive and what can be done. */
export function DeliveryNote({ message, ticket }: { message: Message; ticket: Ticket }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const again = useMutation({
    mutationFn: () => api.post(`/tickets/${ticket.id}/messages/${message.id}/retry`),
    onError: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
    onSettled: () => cache.invalidateQueries(messagesQuery(String(ticket.number))),
  });
  const reason = useReason();
  const held = useHeldSeconds(message);
  const { delivery } = message;
  if (!delivery) {
    return null;
  }
  if (held > 0) {
    return <HeldNote message={message} ticket={ticket} seconds={held} />;
  }
  const Icon = icons[delivery.state];
  const isBad = delivery.state === 'failed' || delivery.state === 'bounced';
  return (
    <div
      className={classes.state}
      data-tone={isBad ? 'bad' : undefined}
      role={isBad ? 'alert' : undefined}
    >
      <Icon size={14} aria-hidden="true" />
      <span className={classes.stateText}>
        {[t(`tickets.delivery.${delivery.state}`), reason(delivery.code, delivery.detail)]
          .filter(Boolean)
          .join(': ')}
        {delivery.state === 'queued' && delivery.attempts > 0 && delivery.nextAttemptAt && (
          <>
            {' · '}
            {t('tickets.nextAttempt')} <TimeText at={delivery.nextAttemptAt} as="relative" />
          </>
        )}
      </span>
      {isBad && (
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t('tickets.sendAgain')}
        </Button>
      )}
    </div>
  );
}

/** An answer that was sent again is told by how that went, not by what came before. */
const isOutdated = (bounce: Bounce, known: Delivery | null): boolean =>
  known !== null &&
  known.state !== 'failed' &&
  known.state !== 'bounced' &&
  Date.parse(bounce.at) < Date.parse(known.at);

/** Reports that came back later; a refusal at sending itself is told above already. */
export function BounceNotes({ message }: { message: Message }) {
  const { t } = useTranslation();
  const reason = useReason();
  const known = message.delivery;
  return message.bounces
    .filter((bounce) => !isOutdated(bounce, known))
    .filter((bounce) => bounce.code !== known?.code || bounce.detail !== known.detail)
    .map((bounce) => (
      <div key={`${bounce.recipient}${bounce.at}`} className={classes.state} data-tone="bad">
        <IconMailX size={14} aria-hidden="true" />
        <span className={classes.stateText}>
          {t(bounce.hard ? 'tickets.bounceHard' : 'tickets.bounceSoft', {
            recipient: bounce.recipient,
          })}
          {': '}
          {reason(bounce.code, bounce.detail)}
        </span>
        <TimeText at={bounce.at} />
      </div>
    ));
}
