import { ActionIcon, Popover, TextInput, Tooltip } from '@mantine/core';
import {
  IconBold,
  IconBlockquote,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
} from '@tabler/icons-react';
import { useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './composer-parts.module.css';
import type { Format } from './rich-commands.ts';
import type { RichField } from './rich-text.tsx';

const buttons: { what: Exclude<Format, 'link'>; Icon: typeof IconBold; keys: string }[] = [
  { what: 'bold', Icon: IconBold, keys: 'Ctrl+B' },
  { what: 'italic', Icon: IconItalic, keys: 'Ctrl+I' },
  { what: 'list', Icon: IconList, keys: '-' },
  { what: 'numbers', Icon: IconListNumbers, keys: '1.' },
  { what: 'quote', Icon: IconBlockquote, keys: '>' },
  { what: 'code', Icon: IconCode, keys: 'Ctrl+E' },
];

/** The same by mouse; each says its key. */
export function RichBar({ field }: { field: RefObject<RichField | null> }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.bar} aria-label={t('tickets.composer.formatting')}>
      {buttons.map(({ what, Icon, keys }) => (
        <Tooltip key={what} label={`${t(`tickets.composer.format.${what}`)} · ${keys}`}>
          <ActionIcon
            size={26}
            aria-label={t(`tickets.composer.format.${what}`)}
            // The selection must not be lost to the button.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => field.current?.format(what)}
          >
            <Icon size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      ))}
      <LinkButton field={field} />
    </fieldset>
  );
}

function LinkButton({ field }: { field: RefObject<RichField | null> }) {
  const { t } = useTranslation();
  const [range, setRange] = useState<Range | null>(null);
  const [address, setAddress] = useState('');
  const open = () => {
    const selection = document.getSelection();
    setRange(selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null);
  };
  const close = () => {
    setRange(null);
    setAddress('');
  };
  const make = () => {
    field.current?.focus();
    const selection = document.getSelection();
    if (range) {
      selection?.removeAllRanges();
      selection?.addRange(range);
    }
    if (address.trim()) {
      field.current?.format('link', address.trim());
    }
    close();
  };
  return (
    <Popover opened={range !== null} onChange={(opened) => !opened && close()} trapFocus>
      <Popover.Target>
        <ActionIcon
          size={26}
          aria-label={t('tickets.composer.format.link')}
          onMouseDown={(event) => event.preventDefault()}
          onClick={open}
        >
          <IconLink size={16} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label={t('tickets.composer.linkAddress')}
          placeholder="https://"
          value={address}
          data-autofocus
          onChange={(event) => setAddress(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              make();
            }
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
