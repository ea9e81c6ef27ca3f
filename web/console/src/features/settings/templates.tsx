import { Button } from '@mantine/core';
import { IconPlus, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../ui/states.tsx';
import type { Template } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { ConfirmButton } from './confirm-button.tsx';
import classes from './settings.module.css';
import { TemplateForm } from './template-form.tsx';
import { useItems } from './use-items.ts';
import { useSave } from './use-save.ts';

/** Answers that are prepared once; here they are kept, in the composer they are chosen by "/". */
export function Templates() {
  const { t } = useTranslation();
  const templates = useItems<Template>('templates', '/templates');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {open === 'new' ? (
        <section className={classes.panel}>
          <TemplateForm template={null} onClose={() => setOpen(null)} />
        </section>
      ) : (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
            {t('settings.templates.add')}
          </Button>
        </div>
      )}
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

type LineProps = { template: Template; isOpen: boolean; onOpen: (id: string | null) => void };

function TemplateLine({ template, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const remove = useSave(() => api.delete(`/templates/${template.id}`), { touches: ['templates'] });
  const { team, tags, uses, text } = template;
  const facts = [
    team?.name ?? t('settings.templates.everybody'),
    tags.join(', '),
    t('settings.templates.uses', { count: uses }),
  ];
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{template.name}</span>
        <span className={classes.itemMore}>{facts.filter(Boolean).join(' · ')}</span>
        <span className={classes.itemMore}>{(text.ru ?? text.en)?.body.slice(0, 160)}</span>
      </span>
      <Button
        variant="subtle"
        aria-expanded={isOpen}
        onClick={() => onOpen(isOpen ? null : template.id)}
      >
        {t('settings.edit')}
      </Button>
      <ConfirmButton
        label={t('settings.remove')}
        question={t('settings.templates.removeQuestion', { name: template.name })}
        onConfirm={() => remove.mutate(undefined)}
      />
      {isOpen && (
        <div style={{ flexBasis: '100%' }}>
          <TemplateForm key={template.version} template={template} onClose={() => onOpen(null)} />
        </div>
      )}
    </li>
  );
}
