import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconExternalLink, IconForms, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../../../../../ui/copy.tsx';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import { useMay } from '../../../lib/session.ts';
import type { RequestForm } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { FormEditor } from './form-editor.tsx';

/** Forms on pages of their own and inside the company's sites. */
export function Forms() {
  const { t } = useTranslation();
  const mayChange = useMay()('channel.change');
  const forms = useQuery({
    queryKey: ['forms'],
    queryFn: async ({ signal }) => (await api.get<Page<RequestForm>>('/forms', {}, signal)).items,
  });
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {mayChange && open !== 'new' && (
        <div>
          <Button leftSection={<IconPlus size={15} />} onClick={() => setOpen('new')}>
            {t('settings.forms.add')}
          </Button>
        </div>
      )}
      {open === 'new' && (
        <section className={classes.panel}>
          <FormEditor form={null} onClose={() => setOpen(null)} />
        </section>
      )}
      <Loaded
        of={forms}
        wordsOf={wordsOf}
        empty={
          <Empty
            icon={<IconForms size={30} stroke={1.4} />}
            title={t('settings.forms.empty')}
            text={t('settings.forms.emptyText')}
          />
        }
      >
        {(list) => (
          <ul className={classes.list}>
            {list.map((form) => (
              <FormLine
                key={form.id}
                form={form}
                isOpen={open === form.id}
                onOpen={mayChange ? setOpen : null}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}

type LineProps = {
  form: RequestForm;
  isOpen: boolean;
  onOpen: ((id: string | null) => void) | null;
};

function FormLine({ form, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const snippet = `<script src="${location.origin}/embed.js" data-form="${form.ref}" async></script>`;
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{form.name}</span>
        <span className={classes.itemMore}>
          {form.path} · {form.team?.name ?? t('settings.forms.nobody')}
        </span>
      </span>
      {!form.active && <span className={classes.badge}>{t('settings.forms.off')}</span>}
      <Button
        variant="subtle"
        component="a"
        href={form.path}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconExternalLink size={15} />}
      >
        {t('settings.forms.page')}
      </Button>
      {onOpen && (
        <Button
          variant="subtle"
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : form.id)}
        >
          {t('settings.edit')}
        </Button>
      )}
      {isOpen && onOpen && (
        <div style={{ flexBasis: '100%', display: 'grid', gap: 16 }}>
          <section>
            <h3 className={classes.panelTitle}>{t('settings.forms.embed')}</h3>
            <p className={classes.hint}>{t('settings.forms.embedHint')}</p>
            <div className={classes.row}>
              <code className={classes.grow} style={{ overflowWrap: 'anywhere', fontSize: 12.5 }}>
                {snippet}
              </code>
              <CopyText text={snippet} />
            </div>
          </section>
          <FormEditor key={form.version} form={form} onClose={() => onOpen(null)} />
        </div>
      )}
    </li>
  );
}
