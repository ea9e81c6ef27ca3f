import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../lib/client.ts';
import { useApprovalAct, type Approval } from './approval-queries.ts';
import classes from './approvals.module.css';

/** Yes or no, with a word if one likes. */
export function DecideForm({ approval }: { approval: Approval }) {
  const { t } = useTranslation();
  const [comment, setComment] = useState('');
  const decide = useApprovalAct(
    (decision: 'approved' | 'rejected') =>
      api.post<Approval>(`/approvals/${approval.id}/decide`, { decision, comment }),
    t('approvals.decided'),
  );
  return (
    <div className={classes.form}>
      <Textarea
        label={t('approvals.comment')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button
          size="compact-sm"
          loading={decide.isPending}
          onClick={() => decide.mutate('approved')}
        >
          {t('approvals.approve')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={decide.isPending}
          onClick={() => decide.mutate('rejected')}
        >
          {t('approvals.reject')}
        </Button>
      </div>
    </div>
  );
}
