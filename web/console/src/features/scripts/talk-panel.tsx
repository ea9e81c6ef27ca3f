import { Button, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { insertTemplate } from '../../lib/insert-template.ts';
import { applyTicket } from '../../lib/tickets.ts';
import classes from './talk.module.css';
import { Walk, type Sets, type TalkScript, type Taken } from './walk.tsx';

/** The guide for a talk, step by step, at the side of the ticket; where there are no scripts, nothing is shown. */
export function TalkPanel({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const scripts = useQuery({
    queryKey: ['ticket', String(ticket.number), 'scripts'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: TalkScript[] }>(`/tickets/${ticket.number}/talk-scripts`, {}, signal))
        .items,
    staleTime: 5 * 60_000,
  });
  const list = scripts.data ?? [];
  const script = list.find(({ id }) => id === chosen);
  if (list.length === 0) {
    return null;
  }
  return (
    <section className={classes.panel} aria-labelledby="talk-title">
      <h2 id="talk-title" className={classes.title}>
        {t('talk.title')}
      </h2>
      {script ? (
        <TicketWalk
          key={script.id}
          ticket={ticket}
          script={script}
          onClose={() => setChosen(null)}
        />
      ) : (
        <Select
          aria-label={t('talk.choose')}
          placeholder={t('talk.choose')}
          data={list.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          value={null}
          onChange={setChosen}
        />
      )}
    </section>
  );
}

type WalkProps = { ticket: Ticket; script: TalkScript; onClose: () => void };

function TicketWalk({ ticket, script, onClose }: WalkProps) {
  const { t } = useTranslation();
  const reach = useSets(ticket);
  const keep = useKeep(ticket, script, onClose);
  const mayAnswer = ticket.allowed?.reply ?? false;
  return (
    <Walk
      script={script}
      onClose={onClose}
      onSets={(sets) => reach.mutate(sets)}
      {...(mayAnswer && { onTemplate: insertTemplate })}
    >
      {(taken) => (
        <Button size="compact-sm" loading={keep.isPending} onClick={() => keep.mutate(taken)}>
          {t('talk.keep')}
        </Button>
      )}
    </Walk>
  );
}

/** What a step sets is an ordinary change of the ticket, by whoever talks. */
function useSets(ticket: Ticket) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ addTags, ...fields }: Sets) =>
      api.patch<Ticket>(`/tickets/${ticket.number}`, {
        ...fields,
        ...(addTags && { tags: [...new Set([...ticket.tags, ...addTags])] }),
      }),
    onSuccess: (changed) => applyTicket(cache, changed),
    onError: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
  });
}

function useKeep(ticket: Ticket, script: TalkScript, onDone: () => void) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (taken: Taken[]) =>
      api.post(`/tickets/${ticket.number}/talk-scripts/${script.id}/path`, { taken }),
    onSuccess: async () => {
      showToast(t('talk.kept'));
      onDone();
      await cache.invalidateQueries({ queryKey: ['ticket', String(ticket.number)] });
    },
    onError: (error) => showToast(wordsOf(error).words, { tone: 'bad' }),
  });
}
