import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import type { Calendar } from '../../../lib/settings-types.ts';
import { ConditionBuilder } from '../../../parts/conditions/condition-builder.tsx';
import { slaFields } from '../../../parts/conditions/fields.data.ts';
import { MatchPreview } from '../../../parts/conditions/match-preview.tsx';
import { useMatching } from '../../../parts/conditions/use-matching.ts';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import type { DraftChange } from '../lab/lab-types.ts';
import { TryButton } from '../lab/try-button.tsx';
import { useSave } from '../use-save.ts';
import { ChangePreview, type SlaDraft } from './change-preview.tsx';
import { CountingFields, HappeningFields } from './counting-fields.tsx';
import { draftErrors, draftOf, placed, termsOf, type Draft, type SlaPolicy } from './draft.ts';
import { GoalsEditor } from './goals-editor.tsx';
import own from './sla.module.css';
import { StepsEditor } from './steps-editor.tsx';
import { usePolicySentence, useTimeWords } from './use-policy-sentence.ts';

type Props = { policy: SlaPolicy | null; onClose: () => void };

function usePolicyForm({ policy, onClose }: Props) {
  const { t } = useTranslation();
  const time = useTimeWords();
  const [draft, setDraft] = useState<Draft>(() => draftOf(policy, time));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<Record<string, string>>({});
  const save = useSave(
    () => {
      const { name, condition, calendarId, byTeam } = draft;
      const body = {
        name,
        condition,
        byTeam,
        calendarId: calendarId || null,
        terms: termsOf(draft),
      };
      return policy
        ? api.patch(`/sla-policies/${policy.id}`, { ...body, version: policy.version })
        : api.post('/sla-policies', body);
    },
    {
      touches: ['sla-policies'],
      onDone: onClose,
      onError: (error) => {
        const words = fieldWords(error);
        setRefused(Object.keys(words).length > 0 ? words : { form: wordsOf(error).words });
      },
    },
  );
  const isRight = () => {
    const errors = Object.entries(draftErrors(draft));
    setWrong(Object.fromEntries(errors.map(([at, key]) => [at, t(key)])));
    setRefused({});
    return errors.length === 0;
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (isRight()) {
      save.mutate(undefined);
    } else {
      focusFirstError(form);
    }
  };
  const said = placed(refused, draft);
  return {
    draft,
    set: (parts: Partial<Draft>) => {
      setDraft({ ...draft, ...parts });
      setWrong(stillWrong(wrong, { ...draft, ...parts }));
    },
    errors: { ...wrong, ...said.own },
    ofCondition: said.condition,
    others: said.others,
    isSaving: save.isPending,
    submit,
    tried: () => (isRight() ? triedOf(policy, draft) : null),
    refuse: setRefused,
  };
}

const focusFirstError = (form: HTMLFormElement) =>
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());

/** What has been mended is not called wrong any more; what is being written is not judged before it is saved. */
function stillWrong(wrong: Readonly<Record<string, string>>, draft: Draft): Record<string, string> {
  const left = new Map(Object.entries(draftErrors(draft)));
  return Object.fromEntries(Object.entries(wrong).filter(([at]) => left.has(at)));
}

/** The change as the lab takes it. What is tried is tried as switched on. */
const triedOf = (policy: SlaPolicy | null, draft: Draft): DraftChange => ({
  setting: 'sla_policy',
  id: policy?.id ?? null,
  version: policy?.version ?? null,
  definition: {
    name: draft.name,
    condition: draft.condition,
    terms: termsOf(draft),
    calendarId: draft.calendarId || null,
    byTeam: draft.byTeam,
    active: true,
  },
});

/** The change as the preview takes it; null while it could not be saved. A name is no part of it. */
const previewed = (policy: SlaPolicy | null, draft: Draft): SlaDraft | null =>
  Object.keys(draftErrors(draft)).some((at) => at !== 'name')
    ? null
    : {
        policy: {
          policyId: policy?.id ?? null,
          condition: draft.condition,
          terms: termsOf(draft),
          calendarId: draft.calendarId || null,
          byTeam: draft.byTeam,
          active: policy?.active ?? true,
        },
      };

function OtherErrors({ said }: { said: readonly string[] }) {
  return said.length > 0 ? (
    <p role="alert" className={classes.error}>
      {said.join('. ')}
    </p>
  ) : null;
}

/** What is promised to which tickets; beside it the tickets that it would hold for now, below it the whole as a sentence. */
export function PolicyForm(props: Props) {
  const { t } = useTranslation();
  const calendars = useItems<Calendar>('calendars', '/calendars').data ?? [];
  const form = usePolicyForm(props);
  const { draft, set, errors, ofCondition, others, isSaving, submit } = form;
  const sentence = usePolicySentence([draft]);
  const matching = useMatching(draft.condition);
  const terms = termsOf(draft);
  const calendarName = calendars.find(({ id }) => id === draft.calendarId)?.name ?? null;
  return (
    <form className={classes.steps} noValidate onSubmit={submit}>
      <TextInput
        label={t('sla.name')}
        value={draft.name}
        error={errors['name']}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <ConditionBuilder
        label={t('sla.if')}
        without={slaFields}
        value={draft.condition}
        onChange={(condition) => set({ condition })}
        errors={{ ...matching.errors, ...ofCondition }}
      />
      <MatchPreview of={matching} />
      <GoalsEditor value={draft.goals} errors={errors} onChange={(goals) => set({ goals })} />
      <CountingFields draft={draft} calendars={calendars} errors={errors} set={set} />
      <StepsEditor
        value={draft.steps}
        targets={Object.keys(terms.targets)}
        errors={errors}
        onChange={(steps) => set({ steps })}
      />
      <HappeningFields draft={draft} set={set} />
      {Object.keys(terms.targets).length > 0 && (
        <p className={own.sentence}>{sentence({ ...draft, terms, calendarName })}</p>
      )}
      <ChangePreview draft={() => previewed(props.policy, draft)} />
      <OtherErrors said={others} />
      <div className={classes.row}>
        <Button type="submit" loading={isSaving}>
          {t(props.policy ? 'settings.save' : 'settings.add')}
        </Button>
        <TryButton
          setting="sla_policy"
          ownId={props.policy?.id ?? null}
          draft={form.tried}
          onWrong={form.refuse}
        />
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}
