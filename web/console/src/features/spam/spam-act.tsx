import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { keysOf, useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { useSpam } from './use-spam.ts';

/** One key in, the same key out. */
export function SpamAct({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const { mark, unmark } = useSpam(ticket);
  const isSpam = ticket.status === 'spam';
  const may = ticket.allowed?.change !== false;
  useAction('ticket.spam', isSpam ? unmark : mark, may);
  if (!may || isSpam) {
    return null;
  }
  return (
    <Tooltip label={t('spam.mark')}>
      <ActionIcon
        aria-label={t('spam.mark')}
        aria-keyshortcuts={keysOf('ticket.spam')}
        onClick={mark}
      >
        <IconMailOff size={18} />
      </ActionIcon>
    </Tooltip>
  );
}
