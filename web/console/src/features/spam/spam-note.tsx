import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { useMay } from '../../lib/session.ts';
import { eventsQuery } from '../../lib/tickets.ts';
import classes from './spam.module.css';
import { useSpam } from './use-spam.ts';

/** Why the ticket is out of sight, and the way back. */
export function SpamNote({ ticket }: { ticket: Ticket }) {
  return ticket.status === 'spam' ? <InSpam ticket={ticket} /> : null;
}

function InSpam({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const may = useMay();
  const { unmark } = useSpam(ticket);
  const reason = useReason(ticket);
  const isCaught = reason?.code === 'blocked_sender';
  return (
    <div className={classes.notice}>
      <IconMailOff size={16} aria-hidden="true" />
      <span className={classes.text}>
        {t('spam.inSpam')} {reason && t(`spam.because.${reason.code}`, { value: reason.value })}
      </span>
      {may('letter.change') && !isCaught && ticket.requester.email && (
        <BlockMenu address={ticket.requester.email} />
      )}
      {may('letter.read') && isCaught && (
        <Button variant="subtle" component="a" href="/settings/spam">
          {t('spam.list')}
        </Button>
      )}
      {ticket.allowed?.change !== false && (
        <Button variant="light" onClick={unmark}>
          {t('spam.unmark')}
        </Button>
      )}
    </div>
  );
}

const known = new Set(['blocked_sender', 'form_trap']);

/** The history says it; the timeline has loaded that already. */
function useReason({ number }: Ticket): { code: string; value: string } | undefined {
  const events = useQuery(eventsQuery(String(number))).data;
  const put = events?.findLast(
    ({ changes }) => changes[0]?.field === 'status' && changes[0].to === 'spam',
  );
  const code = put?.reason?.code;
  return code !== undefined && known.has(code)
    ? { code, value: String((put?.reason?.params as { value?: unknown } | undefined)?.value ?? '') }
    : undefined;
}

function BlockMenu({ address }: { address: string }) {
  const { t } = useTranslation();
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const block = async (kind: 'address' | 'domain', value: string) => {
    try {
      await api.post('/block-list', { kind, value });
      showToast(t('spam.blocked', { value }));
    } catch (error) {
      showToast(wordsOf(error).words, { tone: 'bad' });
    }
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle">{t('spam.block')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void block('address', address)}>
          {t('spam.blockAddress', { address })}
        </Menu.Item>
        <Menu.Item onClick={() => void block('domain', domain)}>
          {t('spam.blockDomain', { domain })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
