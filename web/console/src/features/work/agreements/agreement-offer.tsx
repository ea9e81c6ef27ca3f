import { Button } from '@mantine/core';
import { IconBellPlus, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { dayTime } from '../../../../../ui/time.ts';
import type { Message, Ticket } from '../../../lib/api-types.ts';
import { refused } from '../stage.ts';
import { useSetReminder } from '../use-set-reminder.ts';
import { remindersQuery } from '../work-queries.ts';
import classes from '../work.module.css';
import { recogniseAgreement, type Agreement } from './recognise-agreement.ts';
import { useOnlyOffer } from './use-only-offer.ts';

/** Under a message that promises something for a time to come: one press sets the reminder, and nothing is done by itself. */
export function AgreementOffer({ ticket, message }: { ticket: Ticket; message: Message }) {
  const { timeZone } = useUiLocale();
  const [now] = useState(() => new Date());
  const agreement = useMemo(
    () =>
      message.automatic
        ? null
        : recogniseAgreement(message.text, { at: new Date(message.createdAt), timeZone }, now),
    [message, timeZone, now],
  );
  return agreement ? (
    <Offer ticket={ticket} message={message} agreement={agreement} now={now} />
  ) : null;
}

/** The button that was pressed is gone: whoever works by keyboard stays where it was, and hears what became of it. */
const takeFocus = (place: HTMLElement | null): void => place?.focus();

type OfferProps = { ticket: Ticket; message: Message; agreement: Agreement; now: Date };

function Offer({ ticket, message, agreement, now }: OfferProps) {
  const { t } = useTranslation();
  const locale = useUiLocale();
  const reminders = useQuery(remindersQuery);
  const set = useSetReminder(ticket);
  const [pressed, setPressed] = useState<'no' | 'now' | 'done'>('no');
  const said = useId();
  const { at, phrase, sentence } = agreement;
  const isOnly = useOnlyOffer(`${ticket.id} ${at.getTime()}`, message);
  const isSet = reminders.data?.some(
    (each) => each.ticket?.id === ticket.id && new Date(each.at).getTime() === at.getTime(),
  );
  const when = dayTime(locale, at, now);
  if (isSet && pressed === 'done') {
    return (
      <p className={classes.agreement} ref={takeFocus} tabIndex={-1}>
        <IconCheck size={15} aria-hidden />
        {t('work.agreement.set', { at: when })}
      </p>
    );
  }
  if (isSet || !reminders.data || !isOnly) {
    return null;
  }
  const press = async () => {
    setPressed('now');
    await set({ kind: 'reminder', at, note: sentence.slice(0, 500), phone: '' }).then(
      () => {
        setPressed('done');
      },
      (refusal: unknown) => {
        setPressed('no');
        refused(refusal);
      },
    );
  };
  return (
    <div className={classes.agreement}>
      <Button
        variant="light"
        size="compact-sm"
        leftSection={<IconBellPlus size={15} />}
        disabled={pressed === 'now'}
        aria-describedby={said}
        onClick={() => void press()}
      >
        {t('work.agreement.offer', { at: when })}
      </Button>
      <span id={said} className={classes.agreementPhrase}>
        {t('work.agreement.said', { phrase })}
      </span>
    </div>
  );
}
