import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../../contracts/client.ts';
import { TimeText } from '../../../../../ui/time-text.tsx';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import own from './sla.module.css';

type Preview = components['schemas']['SlaPreview'];
export type SlaDraft = components['schemas']['SlaDraft'];

const askAgainMs = 600;

/** What saving would change over all open tickets: asked for before one saves, looked for in the background. */
export function ChangePreview({ draft }: { draft: () => SlaDraft | null }) {
  const { t } = useTranslation();
  const [previewId, setPreviewId] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const start = useMutation({
    mutationFn: (asked: SlaDraft) =>
      api.post<{ previewId: string }>('/sla-previews', { draft: asked }),
    onSuccess: ({ previewId: id }) => setPreviewId(id),
    onError: (error) => setRefused(wordsOf(error).words),
  });
  const preview = useQuery({
    queryKey: ['sla-preview', previewId],
    queryFn: ({ signal }) => api.get<Preview>(`/sla-previews/${previewId}`, {}, signal),
    enabled: previewId !== null,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? askAgainMs : false),
  });
  const ask = () => {
    const asked = draft();
    setRefused(asked ? null : t('sla.preview.incomplete'));
    if (asked) {
      start.mutate(asked);
    }
  };
  return (
    <section className={own.part} aria-label={t('sla.preview.title')}>
      <div>
        <Button variant="default" loading={start.isPending} onClick={ask}>
          {t('sla.preview.ask')}
        </Button>
      </div>
      {refused && (
        <p role="alert" className={classes.error}>
          {refused}
        </p>
      )}
      {preview.isError && <p role="alert">{wordsOf(preview.error).words}</p>}
      {preview.data && <Found of={preview.data} />}
    </section>
  );
}

const kinds = ['gains', 'loses', 'moves', 'sooner', 'later'] as const;

function Found({ of }: { of: Preview }) {
  const { t } = useTranslation();
  const { state, looked, total, counts, examples } = of;
  const parts = kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`sla.preview.${kind}`, { count: counts[kind] }));
  return (
    <>
      {state === 'running' && (
        <Progress
          aria-label={t('sla.preview.progress')}
          value={total === 0 ? 100 : (looked / total) * 100}
        />
      )}
      <output>
        {counts.changed === 0
          ? t(state === 'running' ? 'sla.preview.looking' : 'sla.preview.nothing', {
              count: looked,
            })
          : t('sla.preview.changed', { count: counts.changed, looked })}
        {parts.length > 0 && ` ${parts.join(', ')}.`}
        {counts.late > 0 && <strong> {t('sla.preview.late', { count: counts.late })}</strong>}
      </output>
      {state === 'failed' && <p role="alert">{t('sla.preview.failed')}</p>}
      <ul className={own.examples}>
        {examples.map(({ ticket, before, after, late }) => (
          <li key={ticket.id} data-late={late || undefined}>
            <Link to={`/tickets/${ticket.number}` as string}>
              #{ticket.number} {ticket.subject}
            </Link>
            <span>
              <Side of={before} /> → <Side of={after} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Side({ of: { policy, dueAt } }: { of: Preview['examples'][number]['before'] }) {
  const { t } = useTranslation();
  if (policy === null) {
    return t('sla.preview.noTime');
  }
  return dueAt ? <TimeText at={dueAt} /> : t('sla.preview.noDue');
}
