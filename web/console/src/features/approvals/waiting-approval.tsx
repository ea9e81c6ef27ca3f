import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { dayTime } from '../../../../ui/time.ts';
import type { Approval } from './approval-queries.ts';
import classes from './approvals.module.css';
import { DecideForm } from './decide-form.tsx';

/** One question to oneself, as its letter asks it; the ticket is a link for those who may see it. */
export function WaitingApproval({
  approval,
  onLeave,
}: {
  approval: Approval;
  onLeave?: () => void;
}) {
  const { t } = useTranslation();
  const locale = useUiLocale();
  const [now] = useState(() => new Date());
  const { ticket, seesTicket, text, request, deadline, askedBy } = approval;
  const facts = [
    t('approvals.askedBy', { name: askedBy.name }),
    deadline && t('approvals.until', { date: dayTime(locale, new Date(deadline), now) }),
  ];
  return (
    <>
      {seesTicket ? (
        <Link
          to="/tickets/$number"
          params={{ number: String(ticket.number) }}
          search={true as never}
          {...(onLeave && { onClick: onLeave })}
        >
          #{ticket.number} {ticket.subject}
        </Link>
      ) : (
        ticket.subject && <b>{ticket.subject}</b>
      )}
      <p className={classes.said}>{text}</p>
      {request && (
        <>
          <p className={classes.text}>{t('approvals.request')}</p>
          <blockquote className={classes.request}>{request}</blockquote>
        </>
      )}
      <p className={classes.text}>{facts.filter(Boolean).join(' · ')}</p>
      <DecideForm approval={approval} />
    </>
  );
}
