import { ActionIcon, Tooltip } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../../../ui/pick.tsx';
import { useAction } from '../../lib/actions.ts';
import { columnNames, useChangeSearch, useColumns, type ColumnName } from './desk-search.ts';

/** With any column chosen the list is a wide table while no ticket is opened. */
export function ColumnsMenu() {
  const { t } = useTranslation();
  const chosen = useColumns();
  const change = useChangeSearch();
  const [opened, setOpened] = useState(false);
  useAction('list.columns', () => setOpened(true));
  const pick = (name: string) => {
    const next = columnNames.filter((each) => chosen.includes(each) !== (each === name));
    // Said even when empty: else the view's own columns would be back.
    change({ columns: next.join(',') || 'none' });
  };
  return (
    <Pick
      label={t('tickets.columns')}
      choices={columnNames.map((value) => ({ value, text: columnTitle(t, value) }))}
      value={[...chosen]}
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

export const columnTitle = (t: (key: string) => string, name: ColumnName): string =>
  t(`tickets.${name === 'created' || name === 'updated' ? 'column' : 'field'}.${name}`);
