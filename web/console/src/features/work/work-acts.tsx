import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconAlarm,
  IconArrowMerge,
  IconArrowsSplit2,
  IconBellPlus,
  IconBolt,
  IconClockPlay,
  IconClockPlus,
  IconDots,
  IconLink,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../../../../ui/keys.tsx';
import {
  actionWords,
  keysOf,
  runAction,
  useAction,
  useRunnableActions,
} from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { useNameActs } from '../../lib/named-acts.ts';
import type { ActionId } from '../../lib/shortcuts.data.ts';
import { LinkDialog } from './link-dialog.tsx';
import { MacroDialog } from './macro-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { RemindDialog } from './remind-dialog.tsx';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { useMacros } from './use-macros.ts';
import classes from './work.module.css';

const dialogs = {
  snooze: SnoozeDialog,
  merge: MergeDialog,
  split: SplitDialog,
  link: LinkDialog,
  remind: RemindDialog,
  macro: MacroDialog,
} as const;
type DialogName = keyof typeof dialogs;

const menu: readonly (readonly [ActionId, ReactNode])[] = [
  ['ticket.macro', <IconBolt key="macro" size={16} />],
  ['ticket.snooze', <IconAlarm key="snooze" size={16} />],
  ['ticket.merge', <IconArrowMerge key="merge" size={16} />],
  ['ticket.split', <IconArrowsSplit2 key="split" size={16} />],
  ['ticket.link', <IconLink key="link" size={16} />],
  ['ticket.remind', <IconBellPlus key="remind" size={16} />],
  ['ticket.timer', <IconClockPlay key="timer" size={16} />],
  ['ticket.logTime', <IconClockPlus key="log" size={16} />],
];

const isOpen = ({ status }: Ticket) => !['solved', 'closed', 'spam'].includes(status);

function useKeys(ticket: Ticket, open: (name: DialogName) => void): { maySnooze: boolean } {
  const { t } = useTranslation();
  const { snooze = false, merge = false, link = false } = ticket.allowed ?? {};
  const maySnooze = snooze && isOpen(ticket);
  useAction('ticket.snooze', () => open('snooze'), maySnooze);
  useAction('ticket.merge', () => open('merge'), merge);
  useAction('ticket.split', () => open('split'), merge && ticket.messageCount > 1);
  useAction('ticket.link', () => open('link'), link);
  useAction('ticket.remind', () => open('remind'));
  const { macros, run } = useMacros(ticket);
  useAction('ticket.macro', () => open('macro'), macros.length > 0);
  useNameActs(
    macros.map(({ id, name }) => ({ id, label: t('work.macro.named', { name }) })),
    (id) => {
      const macro = macros.find((each) => each.id === id);
      if (macro) {
        run(macro);
      }
    },
  );
  return { maySnooze };
}

/** The snooze button and the "…" menu of a ticket, with what they open. */
export function WorkActs({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [opened, open] = useState<DialogName | null>(null);
  const { maySnooze } = useKeys(ticket, open);
  const Shown = opened && dialogs[opened];
  return (
    <>
      {maySnooze && (
        <Tooltip label={<Hint id="ticket.snooze" />}>
          <ActionIcon
            className={classes.snooze}
            aria-label={t(actionWords('ticket.snooze'))}
            aria-keyshortcuts={keysOf('ticket.snooze')}
            onClick={() => open('snooze')}
          >
            <IconAlarm size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      <MoreMenu />
      {Shown && <Shown ticket={ticket} onClose={() => open(null)} />}
    </>
  );
}

function MoreMenu() {
  const { t } = useTranslation();
  const runnable = useRunnableActions();
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <ActionIcon aria-label={t('work.more')}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {menu
          .filter(([id]) => runnable.includes(id))
          .map(([id, icon]) => (
            <Menu.Item
              key={id}
              leftSection={icon}
              rightSection={keysOf(id) ? <Keys keys={keysOf(id)} /> : undefined}
              onClick={() => runAction(id)}
            >
              {t(actionWords(id))}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Hint({ id }: { id: ActionId }) {
  const { t } = useTranslation();
  return (
    <>
      {t(actionWords(id))} <Keys keys={keysOf(id)} />
    </>
  );
}
