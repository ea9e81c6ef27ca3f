import { Popover } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../lib/api-types.ts';
import { addWords } from '../../lib/i18n.ts';
import { ClockMark } from './clock-mark.tsx';
import classes from './clock.module.css';
import { clockPanelWords } from './clocks/words.ts';

const AllClocks = lazy(async () => {
  const [loaded] = await Promise.all([
    import('./clocks/all-clocks.tsx'),
    addWords(clockPanelWords),
  ]);
  return { default: loaded.AllClocks };
});

/** The clock of a ticket; pressed, all of them and their history. */
export function TicketClocks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (!ticket.clock) {
    return null;
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      width={340}
      shadow="md"
      trapFocus
      returnFocus
      withRoles
    >
      <Popover.Target>
        <button type="button" className={classes.button} onClick={() => setOpened(!opened)}>
          <ClockMark clock={ticket.clock} />
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('tickets.clock.title')}>
        {opened && (
          <Suspense fallback={null}>
            <AllClocks ticket={ticket} />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
