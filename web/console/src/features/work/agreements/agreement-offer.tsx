import { Button } from '@mantine/core';
import { IconBellPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { dayTime } from '../../../../../ui/time.ts';
import type { Message, Ticket } from '../../../lib/api-types.ts';
import { refused } from '../stage.ts';
import { useSetReminder } from '../use-set-reminder.ts';
import { remindersQuery } from '../work-queries.ts';
import classes from '../work.module.css';
import { recogniseAgreement, type Agreement } from './recognise-agreement.ts';

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
  return agreement ? <Offer ticket={ticket} agreement={agreement} now={now} /> : null;
}

type OfferProps = { ticket: Ticket; agreement: Agreement; now: Date };

function Offer({ ticket, agreement, now }: OfferProps) {
  const { t } = useTranslation();
  const locale = useUiLocale();
  const reminders = useQuery(remindersQuery);
  const set = useSetReminder(ticket);
  const { at, phrase, sentence } = agreement;
  const isSet = reminders.data?.some(
    (each) => each.ticket?.id === ticket.id && new Date(each.at).getTime() === at.getTime(),
  );
  if (isSet || !reminders.data) {
    return null;
  }
  return (
    <div className={classes.agreement}>
      <Button
        variant="light"
        size="compact-sm"
        leftSection={<IconBellPlus size={15} />}
        onClick={() =>
          void set({ kind: 'reminder', at, note: sentence.slice(0, 500), phone: '' }).catch(refused)
        }
      >
        {t('work.agreement.offer', { at: dayTime(locale, at, now) })}
      </Button>
      <span className={classes.agreementPhrase}>{t('work.agreement.said', { phrase })}</span>
    </div>
  );
}
