import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconAlarm, IconBell, IconPhone } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { TimeText } from '../../../../ui/time-text.tsx';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { refused } from './stage.ts';
import { useActs } from './use-acts.ts';
import { remindersQuery } from './work-queries.ts';
import classes from './work.module.css';

/** What one must know before reading on: that it was put aside, that oneself wanted to be reminded of it. */
export function WorkNotes({ ticket }: { ticket: Ticket }) {
  useLeadOn(ticket);
  return (
    <>
      {ticket.snoozedUntil && <Snoozed ticket={ticket} until={ticket.snoozedUntil} />}
      <OwnReminders ticket={ticket} />
    </>
  );
}

/** A merged ticket leads to where it lives now, and says so. */
function useLeadOn(ticket: Ticket): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mergedInto } = ticket;
  const lead = useEffectEvent((to: number) => {
    void navigate({
      to: '/tickets/$number',
      params: { number: String(to) },
      search: true,
      replace: true,
    } as never);
    showToast(t('work.merge.moved', { from: ticket.number, to }));
  });
  useEffect(() => {
    if (mergedInto) {
      lead(mergedInto.number);
    }
  }, [mergedInto]);
}

function Snoozed({ ticket, until }: { ticket: Ticket; until: string }) {
  const { t } = useTranslation();
  const acts = useActs(ticket);
  return (
    <div className={classes.notice}>
      <IconAlarm size={16} aria-hidden="true" />
      <span className={classes.noticeText}>
        {until === 'answer' ? (
          t('work.snooze.untilAnswer')
        ) : (
          <>
            {t('work.snooze.until')} <TimeText at={until} />
          </>
        )}
      </span>
      {ticket.allowed?.snooze && (
        <Button size="compact-sm" variant="subtle" onClick={() => void acts.wake().catch(refused)}>
          {t('work.snooze.wake')}
        </Button>
      )}
    </div>
  );
}

function OwnReminders({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const reminders = useQuery(remindersQuery);
  const own = (reminders.data ?? []).filter((each) => each.ticket?.id === ticket.id);
  return own.map((each) => (
    <div key={each.id} className={classes.notice}>
      {each.kind === 'call' ? (
        <IconPhone size={16} aria-hidden="true" />
      ) : (
        <IconBell size={16} aria-hidden="true" />
      )}
      <span className={classes.noticeText}>
        {t(each.kind === 'call' ? 'work.reminders.callForTicket' : 'work.reminders.forTicket')}{' '}
        <TimeText at={each.at} /> {each.phone && <a href={`tel:${each.phone}`}>{each.phone}</a>}{' '}
        {each.note}
      </span>
    </div>
  ));
}
