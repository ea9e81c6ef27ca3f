import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { ConditionBuilder } from '../../../parts/conditions/condition-builder.tsx';
import { MatchPreview } from '../../../parts/conditions/match-preview.tsx';
import { everything } from '../../../parts/conditions/tree.ts';
import { useMatching } from '../../../parts/conditions/use-matching.ts';
import classes from '../settings.module.css';
import type { DraftChange } from '../lab/lab-types.ts';
import { TryButton } from '../lab/try-button.tsx';
import { useSave } from '../use-save.ts';
import { NeededSkills } from './needed-skills.tsx';
import { StepsEditor } from './steps-editor.tsx';
import { TryOut } from './try-out.tsx';
import { emptyStep, type Draft, type RoutingRule } from './types.ts';
import { useRoutingSentence } from './use-routing-sentence.ts';

type Props = { rule: RoutingRule | null; onClose: () => void };
type Errors = Record<string, string>;

/** The change as the lab takes it. What is tried is tried as switched on. */
const tried = (rule: RoutingRule | null, draft: Draft): DraftChange => ({
  setting: 'routing_rule',
  id: rule?.id ?? null,
  version: rule?.version ?? null,
  definition: { ...draft, enabled: true },
});

const emptyDraft: Draft = { name: '', condition: everything, skills: [], steps: [emptyStep] };

const ofCondition = (errors: Errors): Errors =>
  Object.fromEntries(
    Object.entries(errors).map(([at, words]) => [at.replace(/^condition\.?/, ''), words]),
  );

/** Those that stand at no field of the form are said below it. */
const others = (errors: Errors): string[] => [
  ...new Set(
    Object.entries(errors)
      .filter(([at]) => !/^(name$|condition|steps\.\d)/.test(at))
      .map(([, words]) => words),
  ),
];

function useRoutingForm({ rule, onClose }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(rule ?? emptyDraft);
  const [errors, setErrors] = useState<Errors>({});
  const { name, condition, skills, steps } = draft;
  const body = { name, condition, skills, steps };
  const save = useSave(
    () =>
      rule
        ? api.patch(`/routing-rules/${rule.id}`, { ...body, version: rule.version })
        : api.post('/routing-rules', body),
    {
      touches: ['routing-rules'],
      onDone: onClose,
      onError: (error) => {
        const words = fieldWords(error);
        setErrors(Object.keys(words).length > 0 ? words : { form: wordsOf(error).words });
      },
    },
  );
  const isRight = (): boolean => {
    const wrong: Errors = {
      ...(name.trim() === '' && { name: t('routing.needName') }),
      ...Object.fromEntries(
        steps.flatMap(({ teamId }, at) =>
          teamId === '' ? [[`steps.${at}.teamId`, t('routing.needTeam')]] : [],
        ),
      ),
    };
    setErrors(wrong);
    return Object.keys(wrong).length === 0;
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (isRight()) {
      save.mutate(undefined);
    } else {
      requestAnimationFrame(() =>
        form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
      );
    }
  };
  const set = (parts: Partial<Draft>) => setDraft({ ...draft, ...parts });
  const toTry = () => (isRight() ? tried(rule, body) : null);
  return { draft, set, body, errors, setErrors, submit, toTry, isSaving: save.isPending };
}

/** A routing rule as a sentence that one fills in: which tickets, which skills, to whom; tried on a ticket before it is saved. */
export function RoutingForm(props: Props) {
  const { t } = useTranslation();
  const { draft, set, body, errors, setErrors, submit, toTry, isSaving } = useRoutingForm(props);
  const sentence = useRoutingSentence([draft]);
  const matching = useMatching(draft.condition);
  const said = others(errors);
  return (
    <form
      className={classes.steps}
      style={{ gridTemplateColumns: 'minmax(0, 1fr)' }}
      noValidate
      onSubmit={submit}
    >
      <TextInput
        label={t('routing.name')}
        value={draft.name}
        error={errors['name']}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <ConditionBuilder
        label={t('routing.if')}
        value={draft.condition}
        onChange={(condition) => set({ condition })}
        errors={{ ...matching.errors, ...ofCondition(errors) }}
      />
      <MatchPreview of={matching} />
      <NeededSkills value={draft.skills} onChange={(skills) => set({ skills })} />
      <StepsEditor
        value={draft.steps}
        asksSkills={draft.skills.length > 0}
        errors={errors}
        onChange={(steps) => set({ steps })}
      />
      <p className={classes.hint}>{sentence(draft)}</p>
      <TryOut draft={{ ...body, name: body.name || '…' }} ruleId={props.rule?.id} />
      {said.length > 0 && (
        <p role="alert" className={classes.error}>
          {said.join('. ')}
        </p>
      )}
      <div className={classes.row}>
        <Button type="submit" loading={isSaving}>
          {t(props.rule ? 'settings.save' : 'settings.add')}
        </Button>
        <TryButton
          setting="routing_rule"
          ownId={props.rule?.id ?? null}
          draft={toTry}
          onWrong={setErrors}
        />
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}
