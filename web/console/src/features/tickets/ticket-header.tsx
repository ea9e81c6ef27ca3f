import { ActionIcon, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { IconArrowLeft, IconLayoutSidebarRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import { useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { useChangeTicket } from './change-ticket.ts';
import { TicketClocks } from './ticket-clocks.tsx';
import { FollowButton } from './follow-button.tsx';
import classes from './ticket-pane.module.css';

type Props = { ticket: Ticket; cardShown: boolean; onCard: () => void; acts?: ReactNode };

export function TicketHeader({ ticket, cardShown, onCard, acts }: Props) {
  const { t } = useTranslation();
  useAction('ticket.copyLink', () => {
    const address = new URL(`/tickets/${ticket.number}`, location.href).href;
    void navigator.clipboard
      .writeText(address)
      .then(() => showToast(t('tickets.linkCopied', { number: ticket.number })));
  });
  return (
    <header className={classes.header}>
      <Tooltip label={t('tickets.back')}>
        <ActionIcon
          component={Link}
          to="/tickets"
          search={true}
          className={classes.back}
          size={40}
          aria-label={t('tickets.back')}
        >
          <IconArrowLeft size={20} />
        </ActionIcon>
      </Tooltip>
      <div className={classes.headMain}>
        <h1 className={classes.subject} id="ticket-subject">
          <Subject ticket={ticket} />
        </h1>
        <div className={classes.facts}>
          <span className={classes.number}>#{ticket.number}</span>
          <span>
            {t('tickets.opened')} <TimeText at={ticket.createdAt} />
          </span>
          <span>
            {t(`tickets.channel.${ticket.channel.kind}`, { defaultValue: ticket.channel.kind })}
          </span>
          <TicketClocks ticket={ticket} />
        </div>
      </div>
      <div className={classes.acts}>
        <FollowButton ticket={ticket} />
        {acts}
        <ActionIcon
          className={classes.cardButton}
          aria-label={t('tickets.personCard')}
          aria-pressed={cardShown}
          onClick={onCard}
        >
          <IconLayoutSidebarRight size={18} />
        </ActionIcon>
      </div>
    </header>
  );
}

function Subject({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const change = useChangeTicket();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = ticket.subject || t('tickets.noSubject');
  if (ticket.allowed?.change === false) {
    return shown;
  }
  if (typed === null) {
    return (
      <button
        type="button"
        className={classes.subjectButton}
        title={t('tickets.editSubject')}
        onClick={() => setTyped(ticket.subject)}
      >
        {shown}
      </button>
    );
  }
  const save = () => {
    setTyped(null);
    if (typed.trim() && typed.trim() !== ticket.subject) {
      void change(ticket, { subject: typed.trim() }, t('tickets.done.subject'));
    }
  };
  return (
    <input
      className={classes.subjectInput}
      value={typed}
      maxLength={500}
      aria-label={t('tickets.editSubject')}
      // The person has just pressed the subject in order to type.
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- see above
      autoFocus
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.currentTarget.blur();
        }
        if (event.key === 'Escape') {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
