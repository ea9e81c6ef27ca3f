import { IconTag } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Pick } from '../../../../ui/pick.tsx';
import { useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { useTags } from '../../lib/refs.ts';
import { useChangeTicket } from './change-ticket.ts';
import classes from './ticket-pane.module.css';

export function TagsField({ ticket, disabled }: { ticket: Ticket; disabled: boolean }) {
  const { t } = useTranslation();
  const change = useChangeTicket();
  const tags = useTags();
  const [opened, setOpened] = useState(false);
  useAction('ticket.tags', () => setOpened(true), !disabled);
  const known = [...new Set([...ticket.tags, ...(tags.data ?? []).map((tag) => tag.name)])];
  const toggle = (tag: string) => {
    const next = ticket.tags.includes(tag)
      ? ticket.tags.filter((each) => each !== tag)
      : [...ticket.tags, tag];
    void change(ticket, { tags: next });
  };
  return (
    <Pick
      many
      label={t('tickets.field.tags')}
      choices={known.map((tag) => ({ value: tag, text: tag }))}
      value={ticket.tags}
      opened={opened}
      onOpenedChange={setOpened}
      onPick={toggle}
      creates={(typed) => ({ value: typed, text: t('tickets.newTag', { tag: typed }) })}
      target={
        <button
          type="button"
          className={classes.field}
          data-unset={ticket.tags.length === 0 || undefined}
          disabled={disabled}
          aria-haspopup="listbox"
          aria-expanded={opened}
          title={t('tickets.field.tags')}
          onClick={() => setOpened(!opened)}
        >
          <IconTag size={14} aria-hidden="true" />
          <span className="sr-only">{t('tickets.field.tags')}: </span>
          <span className={classes.fieldValue}>
            {ticket.tags.join(', ') || t('tickets.addTag')}
          </span>
        </button>
      }
    />
  );
}
