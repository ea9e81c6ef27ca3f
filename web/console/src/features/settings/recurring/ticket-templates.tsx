import { Button } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { wordsOf } from '../../../lib/problem.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import type { TicketTemplate } from './recurrence-value.ts';
import { Recurrences } from './recurrences.tsx';
import { TicketTemplateForm } from './ticket-template-form.tsx';

/** Tickets that are opened again and again; here they are kept, with the schedules by which they open themselves. */
export function TicketTemplates() {
  const { t } = useTranslation();
  const templates = useItems<TicketTemplate>('ticket-templates', '/ticket-templates');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <AddPanel label={t('recurring.add')} isOpen={open === 'new'} onOpen={() => setOpen('new')}>
        <TicketTemplateForm template={null} onClose={() => setOpen(null)} />
      </AddPanel>
      <Loaded
        of={templates}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconRepeat size={30} stroke={1.4} />}
            title={t('recurring.empty')}
            text={t('recurring.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((template) => (
              <TemplateLine
                key={template.id}
                template={template}
                isOpen={open === template.id}
                onOpen={setOpen}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = {
  template: TicketTemplate;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
};

function TemplateLine({ template, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const { id, name, requester, team, uses, subject } = template;
  const facts = [
    requester?.name ?? t('recurring.noRequester'),
    team?.name,
    t('recurring.uses', { count: uses }),
  ];
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{name}</span>
        <span className={classes.itemMore}>{subject}</span>
        <span className={classes.itemMore}>{facts.filter(Boolean).join(' · ')}</span>
      </span>
      <Button
        variant="subtle"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : template.id)}
      >
        {t('settings.edit')}
      </Button>
      <RemoveButton
        path={`/ticket-templates/${id}`}
        name={name}
        touches={['ticket-templates', 'recurrences']}
      />
      <div style={{ flexBasis: '100%' }}>
        {isOpen && (
          <Opened of={template}>
            {(opened) => <TicketTemplateForm template={opened} onClose={() => onOpen(null)} />}
          </Opened>
        )}
        <Recurrences template={template} />
      </div>
    </li>
  );
}
