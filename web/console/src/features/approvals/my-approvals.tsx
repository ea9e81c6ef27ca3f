import { useQuery } from '@tanstack/react-query';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import { wordsOf } from '../../lib/problem.ts';
import { ownApprovalsQuery } from './approval-queries.ts';
import classes from './approvals.module.css';
import { WaitingApproval } from './waiting-approval.tsx';

/** Everything that waits for one's decision, also of tickets that one may not see. */
export function MyApprovals() {
  const { t } = useTranslation();
  const waiting = useQuery(ownApprovalsQuery);
  return (
    <main className={classes.pageBox}>
      <div className={classes.page}>
        <h1 className={classes.pageTitle}>{t('approvals.waiting')}</h1>
        <Loaded
          of={waiting}
          wordsOf={wordsOf}
          empty={
            <Empty
              icon={<IconChecklist size={30} stroke={1.4} />}
              title={t('approvals.mineEmpty')}
              text={t('approvals.mineEmptyText')}
            />
          }
        >
          {(list) => (
            <ul className={classes.list}>
              {list.map((approval) => (
                <li key={approval.id} className={classes.card}>
                  <WaitingApproval approval={approval} />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </div>
    </main>
  );
}
