import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allPages } from '../../lib/all-pages.ts';
import type { CallGuideProps } from '../../lib/call-guide.ts';
import classes from './talk.module.css';
import { setsOnWay, Walk, type TalkScript } from './walk.tsx';

/** The guide for a talk while a call is written down; where there are no scripts, nothing is shown. */
export function CallTalk({ onWay }: CallGuideProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const scripts = useQuery({
    queryKey: ['templates', 'scripts'],
    queryFn: ({ signal }) => allPages<TalkScript>('/talk-scripts', {}, signal),
    staleTime: 5 * 60_000,
  });
  const list = scripts.data ?? [];
  const script = list.find(({ id }) => id === chosen);
  if (list.length === 0) {
    return null;
  }
  return (
    <section className={classes.call} aria-label={t('talk.title')}>
      {script ? (
        <Walk
          key={script.id}
          script={script}
          onClose={() => {
            setChosen(null);
            onWay(null);
          }}
          onTaken={(taken) =>
            onWay(
              taken.length === 0
                ? null
                : { scriptId: script.id, taken, sets: setsOnWay(script, taken) },
            )
          }
        />
      ) : (
        <Select
          aria-label={t('talk.choose')}
          placeholder={t('talk.choose')}
          data={list.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          comboboxProps={{ withinPortal: false }}
          value={null}
          onChange={setChosen}
        />
      )}
    </section>
  );
}
