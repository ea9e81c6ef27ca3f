import { Button, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { components } from '../../../../../contracts/client.ts';
import type { Page, Template, Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';
import { applyTicket } from '../../lib/tickets.ts';
import classes from './talk.module.css';

type TalkScript = components['schemas']['TalkScript'];
type Step = TalkScript['steps'][number];
type Taken = { step: string; answer: number | null };

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
        <Walk key={script.id} ticket={ticket} script={script} onClose={() => setChosen(null)} />
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

const nextAfter = (step: Step, answer: number | null): string | null =>
  answer === null ? step.next : (step.answers[answer]?.next ?? null);

function Walk({ ticket, script, onClose }: WalkProps) {
  const { t } = useTranslation();
  const [taken, setTaken] = useState<Taken[]>([]);
  const stepOf = (id: string | null | undefined) => script.steps.find((step) => step.id === id);
  const last = taken.at(-1);
  const lastStep = stepOf(last?.step);
  const step = last && lastStep ? stepOf(nextAfter(lastStep, last.answer)) : script.steps[0];
  const reach = useSets(ticket);
  const keep = useKeep(ticket, script, onClose);
  const go = (from: Step, answer: number | null) => {
    setTaken((all) => [...all, { step: from.id, answer }]);
    const sets = {
      ...(taken.length === 0 && from.sets),
      ...stepOf(nextAfter(from, answer))?.sets,
    };
    if (Object.keys(sets).length > 0) {
      reach.mutate(sets);
    }
  };
  return (
    <>
      <ol className={classes.gone}>
        {taken.map(({ step: id, answer }, at) => (
          <li key={at}>
            {[stepOf(id)?.text, answer === null ? '' : stepOf(id)?.answers[answer]?.text]
              .filter(Boolean)
              .join(' — ')}
          </li>
        ))}
      </ol>
      <div aria-live="polite">
        {step ? <Say step={step} onAnswer={(answer) => go(step, answer)} /> : t('talk.over')}
      </div>
      <div className={classes.buttons}>
        {taken.length > 0 && (
          <>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => setTaken((all) => all.slice(0, -1))}
            >
              {t('talk.back')}
            </Button>
            <Button size="compact-sm" loading={keep.isPending} onClick={() => keep.mutate(taken)}>
              {t('talk.keep')}
            </Button>
          </>
        )}
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t('talk.stop')}
        </Button>
      </div>
    </>
  );
}

function Say({ step, onAnswer }: { step: Step; onAnswer: (answer: number | null) => void }) {
  const { t } = useTranslation();
  const { text, answers, templateId } = step;
  return (
    <>
      <p className={classes.said}>{text}</p>
      {templateId && <OfferedTemplate id={templateId} />}
      <div className={classes.buttons}>
        {answers.map((answer, at) => (
          <Button
            key={`${answer.text} ${at}`}
            variant="light"
            size="compact-sm"
            onClick={() => onAnswer(at)}
          >
            {answer.text}
          </Button>
        ))}
        {answers.length === 0 && (
          <Button variant="light" size="compact-sm" onClick={() => onAnswer(null)}>
            {t('talk.next')}
          </Button>
        )}
      </div>
    </>
  );
}

function OfferedTemplate({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery({
    queryKey: ['templates', 'names'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Template>>('/templates', { limit: 200 }, signal)).items,
    staleTime: 5 * 60_000,
  });
  const name = data.find((each) => each.id === id)?.name;
  return name ? <p className={classes.said}>{t('talk.template', { name })}</p> : null;
}

/** What a step sets is an ordinary change of the ticket, by whoever talks. */
function useSets(ticket: Ticket) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ addTags, ...fields }: NonNullable<Step['sets']>) =>
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
