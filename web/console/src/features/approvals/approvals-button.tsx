// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/Indicator.layer.css';
import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconChecklist } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { besideOrAbove } from '../../lib/beside-or-above.ts';
import { ownApprovalsQuery } from './approval-queries.ts';
import classes from './approvals.module.css';
import { WaitingApproval } from './waiting-approval.tsx';

/** What waits for one's decision, also in tickets that one does not work on; nothing waits: nothing is shown. */
export function ApprovalsButton() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { data: waiting = [] } = useQuery(ownApprovalsQuery);
  if (waiting.length === 0) {
    return null;
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="right-end"
      middlewares={besideOrAbove}
      width={340}
      withRoles
      trapFocus
      returnFocus
    >
      <Indicator label={waiting.length} size={16} color="red">
        <Popover.Target>
          <ActionIcon
            size={38}
            aria-label={t('approvals.open', { count: waiting.length })}
            onClick={() => setOpened(!opened)}
          >
            <IconChecklist size={20} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown
        className={classes.popover}
        // It closes the list; the ticket behind it stays.
        onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      >
        <h2 className={classes.title}>
          <Link to="/approvals" onClick={() => setOpened(false)}>
            {t('approvals.waiting')}
          </Link>
        </h2>
        <ul className={classes.list}>
          {waiting.map((approval) => (
            <li key={approval.id} className={classes.approval}>
              <WaitingApproval approval={approval} onLeave={() => setOpened(false)} />
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
