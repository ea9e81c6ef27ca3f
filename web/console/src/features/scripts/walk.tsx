import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../contracts/client.ts';
import type { Page, Template } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import classes from './talk.module.css';

export type TalkScript = components['schemas']['TalkScript'];
type Step = TalkScript['steps'][number];
export type Sets = NonNullable<Step['sets']>;
export type Taken = { step: string; answer: number | null };

const nextAfter = (step: Step, answer: number | null): string | null =>
  answer === null ? step.next : (step.answers[answer]?.next ?? null);

const stepOf = ({ steps }: TalkScript, id: string | null | undefined) =>
  steps.find((step) => step.id === id);

/** The step that is said now; undefined: the talk is over. */
function nowAt(script: TalkScript, taken: readonly Taken[]): Step | undefined {
  const last = taken.at(-1);
  const from = stepOf(script, last?.step);
  return last && from ? stepOf(script, nextAfter(from, last.answer)) : script.steps[0];
}

/** All that the steps gone so far, and the one that is said now, set in a ticket. */
export function setsOnWay(script: TalkScript, taken: readonly Taken[]): Sets {
  const steps = [
    ...taken.map(({ step }) => stepOf(script, step)),
    ...(taken.length > 0 ? [nowAt(script, taken)] : []),
  ];
  return steps.reduce<Sets>((all, step) => {
    const { addTags = [], ...sets } = step?.sets ?? {};
    const tags = [...new Set([...(all.addTags ?? []), ...addTags])];
    return { ...all, ...sets, ...(tags.length > 0 && { addTags: tags }) };
  }, {});
}

type Props = {
  script: TalkScript;
  onClose: () => void;
  /** A step is reached that sets something. */
  onSets?: (sets: Sets) => void;
  onTaken?: (taken: Taken[]) => void;
  /** Puts a template into the answer; none: it is only named. */
  onTemplate?: (id: string) => void;
  /** What can be done with the way gone so far. */
  children?: (taken: Taken[]) => ReactNode;
};

/** A talk, step by step, by buttons alone. */
export function Walk({ script, onClose, onSets, onTaken, onTemplate, children }: Props) {
  const { t } = useTranslation();
  const [taken, setTaken] = useState<Taken[]>([]);
  const step = nowAt(script, taken);
  const keep = (next: Taken[]) => {
    setTaken(next);
    onTaken?.(next);
  };
  const go = (from: Step, answer: number | null) => {
    keep([...taken, { step: from.id, answer }]);
    const sets = {
      ...(taken.length === 0 && from.sets),
      ...stepOf(script, nextAfter(from, answer))?.sets,
    };
    if (Object.keys(sets).length > 0) {
      onSets?.(sets);
    }
  };
  return (
    <>
      <ol className={classes.gone}>
        {taken.map(({ step: id, answer }, at) => (
          <li key={at}>
            {[
              stepOf(script, id)?.text,
              answer === null ? '' : stepOf(script, id)?.answers[answer]?.text,
            ]
              .filter(Boolean)
              .join(' — ')}
          </li>
        ))}
      </ol>
      <div aria-live="polite" className={classes.now}>
        {step ? (
          <Say step={step} onAnswer={(answer) => go(step, answer)} onTemplate={onTemplate} />
        ) : (
          t('talk.over')
        )}
      </div>
      <div className={classes.buttons}>
        {taken.length > 0 && (
          <>
            <Button variant="default" size="compact-sm" onClick={() => keep(taken.slice(0, -1))}>
              {t('talk.back')}
            </Button>
            {children?.(taken)}
          </>
        )}
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {t('talk.stop')}
        </Button>
      </div>
    </>
  );
}

type SayProps = {
  step: Step;
  onAnswer: (answer: number | null) => void;
  onTemplate: ((id: string) => void) | undefined;
};

function Say({ step, onAnswer, onTemplate }: SayProps) {
  const { t } = useTranslation();
  const { text, answers, templateId } = step;
  return (
    <>
      <p className={classes.said}>{text}</p>
      {templateId && <OfferedTemplate id={templateId} onTemplate={onTemplate} />}
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

function OfferedTemplate({ id, onTemplate }: { id: string; onTemplate: SayProps['onTemplate'] }) {
  const { t } = useTranslation();
  const { data = [] } = useQuery({
    queryKey: ['templates', 'names'],
    queryFn: async ({ signal }) =>
      (await api.get<Page<Template>>('/templates', { limit: 200 }, signal)).items,
    staleTime: 5 * 60_000,
  });
  const name = data.find((each) => each.id === id)?.name;
  if (name === undefined) {
    return null;
  }
  return (
    <p className={classes.said}>
      {t('talk.template', { name })}{' '}
      {onTemplate && (
        <Button variant="subtle" size="compact-sm" onClick={() => onTemplate(id)}>
          {t('talk.insert')}
        </Button>
      )}
    </p>
  );
}
