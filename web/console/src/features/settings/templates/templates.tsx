// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/FloatingIndicator.layer.css';
// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/SegmentedControl.layer.css';
import { Button, SegmentedControl } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import type { Template } from '../../../lib/api-types.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { Opened } from '../opened.tsx';
import { AddPanel } from '../add-panel.tsx';
import { RemoveButton } from '../remove-button.tsx';
import classes from '../settings.module.css';
import { ReviseBadge } from './revise-badge.tsx';
import { toRevise } from './revise.ts';
import { TemplateForm } from './template-form.tsx';
import own from './templates.module.css';
import { useItems } from '../use-items.ts';
import { useReturnFocus } from '../use-return-focus.ts';

/** Answers that are prepared once; here they are kept, in the composer they are chosen by "/". */
export function Templates() {
  const { t } = useTranslation();
  const templates = useItems<Template>('templates', '/templates');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <AddPanel
        label={t('settings.templates.add')}
        isOpen={open === 'new'}
        onOpen={() => setOpen('new')}
      >
        <TemplateForm template={null} onClose={() => setOpen(null)} />
      </AddPanel>
      <Loaded
        of={templates}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconTemplate size={30} stroke={1.4} />}
            title={t('settings.templates.empty')}
            text={t('settings.templates.emptyText')}
          />
        }
      >
        {(list) => <List list={list} open={open} onOpen={setOpen} />}
      </Loaded>
    </>
  );
}

type ListProps = { list: Template[]; open: string | null; onOpen: (id: string | null) => void };

/** All of them, or those that nobody has used or looked over for long. */
function List({ list, open, onOpen }: ListProps) {
  const { t } = useTranslation();
  const [now] = useState(() => new Date());
  const [shown, setShown] = useState<'all' | 'revise'>('all');
  const stale = list.filter((template) => toRevise(template, now) !== null);
  const lines = shown === 'revise' ? stale : list;
  return (
    <>
      {stale.length > 0 && (
        <SegmentedControl
          className={own.filter ?? ''}
          aria-label={t('settings.templates.which')}
          value={shown}
          onChange={(value) => setShown(value as 'all' | 'revise')}
          data={[
            { value: 'all', label: t('settings.templates.all', { count: list.length }) },
            { value: 'revise', label: t('settings.templates.toRevise', { count: stale.length }) },
          ]}
        />
      )}
      <ul className={classes.list}>
        {lines.map((template) => (
          <TemplateLine
            key={template.id}
            template={template}
            now={now}
            isOpen={open === template.id}
            onOpen={onOpen}
          />
        ))}
      </ul>
    </>
  );
}

type LineProps = {
  template: Template;
  now: Date;
  isOpen: boolean;
  onOpen: (id: string | null) => void;
};

function TemplateLine({ template, now, isOpen, onOpen }: LineProps) {
  const edit = useReturnFocus(isOpen);
  const { t } = useTranslation();
  return (
    <li className={classes.item}>
      <Facts template={template} now={now} />
      <Button
        ref={edit}
        variant="subtle"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : template.id)}
      >
        {t('settings.edit')}
      </Button>
      <RemoveButton
        path={`/templates/${template.id}`}
        name={template.name}
        touches={['templates']}
      />
      {isOpen && (
        <div style={{ flexBasis: '100%' }}>
          <Opened of={template}>
            {(opened) => <TemplateForm template={opened} onClose={() => onOpen(null)} />}
          </Opened>
        </div>
      )}
    </li>
  );
}

function Facts({ template, now }: { template: Template; now: Date }) {
  const { t, i18n } = useTranslation();
  const { team, tags, types, files, uses, lastUsedAt, text } = template;
  const why = toRevise(template, now);
  const facts = [
    team?.name ?? t('settings.templates.everybody'),
    types.map((type) => t(`tickets.type.${type}`)).join(', '),
    tags.join(', '),
    files.length > 0 && t('settings.templates.withFiles', { count: files.length }),
    t('settings.templates.uses', { count: uses }),
    lastUsedAt &&
      t('settings.templates.lastUsed', {
        date: new Date(lastUsedAt).toLocaleDateString(i18n.language),
      }),
  ];
  return (
    <span className={classes.itemMain}>
      <span className={classes.itemName}>{template.name}</span>
      <span className={classes.itemMore}>{facts.filter(Boolean).join(' · ')}</span>
      <span className={classes.itemMore}>{(text.ru ?? text.en)?.body.slice(0, 160)}</span>
      {why && (
        <ReviseBadge
          path={`/templates/${template.id}`}
          version={template.version}
          why={why}
          touches={['templates']}
        />
      )}
    </span>
  );
}
