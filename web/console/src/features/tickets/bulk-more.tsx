import { Button, Menu } from '@mantine/core';
import {
  IconAlarm,
  IconArrowMerge,
  IconBell,
  IconBellOff,
  IconForms,
  IconLock,
  IconMailForward,
  IconMailOff,
} from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../../lib/actions.ts';
import type { BulkChanges, Ticket } from '../../lib/api-types.ts';
import { useOwnFields } from '../../lib/own-fields.ts';
import { useMay } from '../../lib/session.ts';
import type { BulkDialogKind } from './bulk-dialogs.tsx';

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialogs.tsx')).BulkDialog }));

type Props = {
  run: (changes: BulkChanges) => void;
  /** Fails with what the server refuses. */
  attempt: (changes: BulkChanges) => Promise<void>;
  rows: Ticket[];
  count: number | null;
};

const asked: { name: BulkDialogKind; needs: string; Icon: typeof IconLock }[] = [
  { name: 'answer', needs: 'ticket.reply', Icon: IconMailForward },
  { name: 'note', needs: 'ticket.note', Icon: IconLock },
  { name: 'snooze', needs: 'ticket.snooze', Icon: IconAlarm },
  { name: 'merge', needs: 'ticket.merge', Icon: IconArrowMerge },
  { name: 'fields', needs: 'ticket.change', Icon: IconForms },
];

/** Acts that are more than a field: those that need words open a dialog. The keys are those of one ticket. */
export function MoreActs({ run, attempt, rows, count }: Props) {
  const may = useMay();
  const [open, setOpen] = useState<BulkDialogKind | null>(null);
  const above = (needs: string) => ({ enabled: may(needs), level: 1 });
  useAction('ticket.reply', () => setOpen('answer'), above('ticket.reply'));
  useAction('ticket.note', () => setOpen('note'), above('ticket.note'));
  useAction('ticket.snooze', () => setOpen('snooze'), above('ticket.snooze'));
  useAction('ticket.merge', () => setOpen('merge'), above('ticket.merge'));
  useAction('ticket.spam', () => run({ spam: true }), above('ticket.change'));
  return (
    <>
      <ActsMenu run={run} onAsk={setOpen} />
      {open && (
        <Suspense>
          <BulkDialog
            kind={open}
            rows={rows}
            count={count}
            run={(changes) => {
              setOpen(null);
              run(changes);
            }}
            attempt={async (changes) => {
              await attempt(changes);
              setOpen(null);
            }}
            onClose={() => setOpen(null)}
          />
        </Suspense>
      )}
    </>
  );
}

function ActsMenu({ run, onAsk }: Pick<Props, 'run'> & { onAsk: (kind: BulkDialogKind) => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const mayChange = may('ticket.change');
  const hasOwn = useOwnFields(mayChange).length > 0;
  return (
    <Menu position="top-end">
      <Menu.Target>
        <Button size="compact-xs" variant="default">
          {t('tickets.bulk.more')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {asked
          .filter(({ name, needs }) => may(needs) && (name !== 'fields' || hasOwn))
          .map(({ name, Icon }) => (
            <Menu.Item
              key={name}
              leftSection={<Icon size={16} aria-hidden="true" />}
              onClick={() => onAsk(name)}
            >
              {t(`tickets.bulk.act.${name}`)}
            </Menu.Item>
          ))}
        {mayChange && (
          <Menu.Item
            leftSection={<IconMailOff size={16} aria-hidden="true" />}
            onClick={() => run({ spam: true })}
          >
            {t('tickets.bulk.act.spam')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconBell size={16} aria-hidden="true" />}
          onClick={() => run({ follow: true })}
        >
          {t('tickets.bulk.act.follow')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBellOff size={16} aria-hidden="true" />}
          onClick={() => run({ follow: false })}
        >
          {t('tickets.bulk.act.unfollow')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
