import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import type { RequestForm } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { useChannels } from '../use-items.ts';
import { LetterForm } from './letter-form.tsx';
import type { CustomerNotice, Source } from './types.ts';

/** Where tickets come from whose customers can be told. */
function useSources(): Source[] {
  const channels = useChannels().data ?? [];
  const forms = useQuery({
    queryKey: ['forms'],
    queryFn: async ({ signal }) => (await api.get<Page<RequestForm>>('/forms', {}, signal)).items,
  });
  return [...channels, ...(forms.data ?? [])].map(({ id, name }) => ({ id, name }));
}

/** Letters that customers get by themselves, each with its own words. */
export function CustomerLetters() {
  const { t } = useTranslation();
  const notices = useQuery({
    queryKey: ['customer-notices'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: CustomerNotice[] }>('/customer-notices', {}, signal)).items,
    staleTime: 0,
  });
  const sources = useSources();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className={classes.panel} aria-labelledby="letters-title">
      <h3 className={classes.panelTitle} id="letters-title">
        {t('told.customers')}
      </h3>
      <p className={classes.hint}>{t('told.customersText')}</p>
      <Loaded of={notices} wordsOf={wordsOf} skeletonRows={3}>
        {(list) => (
          <ul className={classes.list}>
            {list.map((notice) => (
              <Line
                key={notice.kind}
                notice={notice}
                sources={sources}
                isOpen={open === notice.kind}
                onOpen={setOpen}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}

type LineProps = {
  notice: CustomerNotice;
  sources: Source[];
  isOpen: boolean;
  onOpen: (kind: string | null) => void;
};

function Line({ notice, sources, isOpen, onOpen }: LineProps) {
  const { t } = useTranslation();
  const { kind, channelIds, version } = notice;
  const names = sources.filter(({ id }) => channelIds.includes(id)).map(({ name }) => name);
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>{t(`told.kind.${kind}`)}</span>
        <span className={classes.itemMore}>
          {channelIds.length === 0 ? t(`told.kindText.${kind}`) : names.join(', ')}
        </span>
      </span>
      <span className={classes.badge} data-tone={channelIds.length > 0 ? 'good' : undefined}>
        {t(channelIds.length > 0 ? 'told.on' : 'told.off')}
      </span>
      <Button variant="subtle" aria-expanded={isOpen} onClick={() => onOpen(isOpen ? null : kind)}>
        {t('settings.edit')}
      </Button>
      {isOpen && (
        <div style={{ flexBasis: '100%', minWidth: 0 }}>
          <LetterForm
            key={version}
            notice={notice}
            sources={sources}
            onClose={() => onOpen(null)}
          />
        </div>
      )}
    </li>
  );
}
