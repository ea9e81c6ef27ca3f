import { ActionIcon, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../../../ui/pick.tsx';
import { useAction } from '../../lib/actions.ts';
import { useAllColumns, useChangeSearch, useColumns } from './desk-search.ts';

/** With any column chosen the list is a wide table while no ticket is opened. */
export function ColumnsMenu() {
  const { t } = useTranslation();
  const chosen = useColumns();
  const change = useChangeSearch();
  const [opened, setOpened] = useState(false);
  const all = useAllColumns(opened);
  useAction('list.columns', () => setOpened(true));
  const pick = (name: string) => {
    const isChosen = (each: string) => chosen.some((column) => column.name === each);
    const next = all.map((each) => each.name).filter((each) => isChosen(each) !== (each === name));
    // Said even when empty: else the view's own columns would be back.
    change({ columns: next.join(',') || 'none' });
  };
  return (
    <Pick
      label={t('tickets.columns')}
      choices={all.map(({ name, title }) => ({ value: name, text: title }))}
      value={chosen.map(({ name }) => name)}
      many
      opened={opened}
      onOpenedChange={setOpened}
      onPick={pick}
      target={
        <Tooltip label={t('tickets.columns')}>
          <ActionIcon
            aria-label={t('tickets.columns')}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            <IconColumns3 size={17} />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
}
