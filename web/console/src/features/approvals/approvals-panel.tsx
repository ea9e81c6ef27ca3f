import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import { dayTime } from '../../../../ui/time.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { ticketApprovalsQuery, useApprovalAct, type Approval } from './approval-queries.ts';
import classes from './approvals.module.css';
import { AskDialog } from './ask-dialog.tsx';
import { DecideForm } from './decide-form.tsx';

/** What was asked to be approved in a ticket, by whom, and what they said. */
export function ApprovalsPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const approvals = useQuery(ticketApprovalsQuery(String(ticket.number)));
  const mayChange = ticket.allowed?.change ?? false;
  return (
    <section className={classes.panel} aria-labelledby="approvals-title">
      <div className={classes.head}>
        <h2 id="approvals-title" className={classes.title}>
          {t('approvals.title')}
        </h2>
        {mayChange && (
          <ActionIcon size={24} aria-label={t('approvals.ask')} onClick={() => setAsking(true)}>
            <IconPlus size={16} />
          </ActionIcon>
        )}
      </div>
      <Loaded
        of={approvals}
        wordsOf={wordsOf}
        skeletonRows={1}
        empty={<p className={classes.text}>{t('approvals.empty')}</p>}
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((approval) => (
              <li key={approval.id} className={classes.approval}>
                <ApprovalCard approval={approval} mayChange={mayChange} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {asking && <AskDialog ticket={ticket} onClose={() => setAsking(false)} />}
    </section>
  );
}

function ApprovalCard({ approval, mayChange }: { approval: Approval; mayChange: boolean }) {
  const { t } = useTranslation();
  const locale = useUiLocale();
  const { state, text, deadline, holds, askedBy, approvers } = approval;
  const isPending = state === 'pending';
  const [now] = useState(() => new Date());
  const facts = [
    t('approvals.askedBy', { name: askedBy.name }),
    isPending &&
      deadline &&
      t('approvals.until', { date: dayTime(locale, new Date(deadline), now) }),
    isPending && holds && t('approvals.holds'),
  ];
  return (
    <>
      <b>{t(`approvals.state.${state}`)}</b>
      <p className={classes.said}>{text}</p>
      <p className={classes.text}>{facts.filter(Boolean).join(' · ')}</p>
      <ul className={classes.approvers}>
        {approvers.map((approver) => (
          <li key={approver.id}>
            <ApproverLine approver={approver} />
          </li>
        ))}
      </ul>
      {isPending && approvers.some(({ yours }) => yours) && <DecideForm approval={approval} />}
      {isPending && mayChange && <Keeping approval={approval} />}
    </>
  );
}

function ApproverLine({ approver }: { approver: Approval['approvers'][number] }) {
  const { t } = useTranslation();
  const { name, state, comment, decidedBy, mail } = approver;
  const facts = [
    `${name}: ${t(`approvals.approver.${state}`)}`,
    decidedBy && t('approvals.instead', { name: decidedBy }),
    state === 'asked' && t(`approvals.mail.${mail}`),
  ];
  return (
    <>
      {facts.filter(Boolean).join(', ')}
      {comment && <p className={classes.said}>{comment}</p>}
    </>
  );
}

function Keeping({ approval: { id } }: { approval: Approval }) {
  const { t } = useTranslation();
  const remind = useApprovalAct(
    () => api.post<Approval>(`/approvals/${id}/remind`, {}),
    t('approvals.reminded'),
  );
  const callOff = useApprovalAct(
    () => api.post<Approval>(`/approvals/${id}/cancel`, {}),
    t('approvals.state.cancelled'),
  );
  return (
    <div className={classes.buttons}>
      <Button
        variant="subtle"
        size="compact-sm"
        loading={remind.isPending}
        onClick={() => remind.mutate(undefined)}
      >
        {t('approvals.remind')}
      </Button>
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        loading={callOff.isPending}
        onClick={() => callOff.mutate(undefined)}
      >
        {t('approvals.callOff')}
      </Button>
    </div>
  );
}
