import { Button, TextInput } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ConditionBuilder } from '../../../parts/conditions/condition-builder.tsx';
import { MatchPreview } from '../../../parts/conditions/match-preview.tsx';
import { errorsOfCondition, everything } from '../../../parts/conditions/tree.ts';
import { useMatching } from '../../../parts/conditions/use-matching.ts';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import type { DraftChange } from '../lab/lab-types.ts';
import { TryButton } from '../lab/try-button.tsx';
import { useSave } from '../use-save.ts';
import { ActionsEditor } from './actions-editor.tsx';
import { actionOf, isFilledIn, type Rule } from './rule-types.ts';
import { TriggerEditor } from './trigger-editor.tsx';
import { useRuleSentence } from './use-rule-sentence.ts';

type Draft = Pick<Rule, 'name' | 'trigger' | 'condition' | 'actions'>;

const emptyDraft: Draft = {
  name: '',
  trigger: { on: ['opened'] },
  condition: everything,
  actions: [actionOf('priority')],
};

type Props = { rule: Rule | null; onClose: () => void };

/** The change as the lab takes it. What is tried is tried as switched on. */
const tried = (rule: Rule | null, { name, trigger, condition, actions }: Draft): DraftChange => ({
  setting: 'rule',
  id: rule?.id ?? null,
  version: rule?.version ?? null,
  definition: { name, trigger, condition, actions, enabled: true },
});

/** What is still to be filled in, each by its place. */
function missingIn({ name, trigger, actions }: Draft, t: TFunction): Record<string, string> {
  const need = t('rules.needMore');
  return {
    ...(name.trim() === '' && { name: t('rules.needName') }),
    ...('on' in trigger && trigger.on.length === 0 && { 'trigger.on': need }),
    ...Object.fromEntries(
      actions.flatMap((action, at) => (isFilledIn(action) ? [] : [[`actions.${at}`, need]])),
    ),
  };
}

/** Those of the condition stand where they belong; the rest is said once below. */
function sorted(errors: Record<string, string>) {
  const all = Object.entries(errors);
  return {
    ofCondition: errorsOfCondition(errors),
    others: [
      ...new Set(
        all
          .filter(([at]) => !/^(name$|condition|actions\.\d|trigger\.on)/.test(at))
          .map(([, words]) => words),
      ),
    ],
  };
}

function useRuleSave({ rule, onClose }: Props, onWrong: (errors: Record<string, string>) => void) {
  return useSave(
    ({ name, trigger, condition, actions }: Draft) => {
      const body = { name, trigger, condition, actions };
      return rule
        ? api.patch(`/rules/${rule.id}`, { ...body, version: rule.version })
        : api.post('/rules', body);
    },
    {
      touches: ['rules'],
      onDone: onClose,
      onError: (error) => {
        const words = fieldWords(error);
        onWrong(Object.keys(words).length > 0 ? words : { form: wordsOf(error).words });
      },
    },
  );
}

function useRuleForm(props: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(props.rule ?? emptyDraft);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const set = (parts: Partial<Draft>) => setDraft({ ...draft, ...parts });
  const save = useRuleSave(props, setErrors);
  const isWhole = () => {
    const wrong = missingIn(draft, t);
    setErrors(wrong);
    return Object.keys(wrong).length === 0;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole()) {
      save.mutate(draft);
    }
  };
  return { draft, set, errors, setErrors, isWhole, submit, isSaving: save.isPending };
}

/** A rule as a sentence that one fills in: when, which tickets, what then; beside it the tickets it would hold for now. */
export function RuleForm(props: Props) {
  const { rule, onClose } = props;
  const { t } = useTranslation();
  const { draft, set, errors, setErrors, isWhole, submit, isSaving } = useRuleForm(props);
  const sentence = useRuleSentence([draft]);
  const matching = useMatching(draft.condition);
  const { ofCondition, others } = sorted(errors);
  return (
    <form className={classes.steps} noValidate onSubmit={submit}>
      <TextInput
        label={t('rules.name')}
        value={draft.name}
        error={errors['name']}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TriggerEditor
        value={draft.trigger}
        onChange={(trigger) => set({ trigger })}
        problem={errors['trigger.on']}
      />
      <ConditionBuilder
        label={t('rules.if')}
        value={draft.condition}
        onChange={(condition) => set({ condition })}
        errors={{ ...matching.errors, ...ofCondition }}
      />
      <MatchPreview of={matching} />
      <ActionsEditor
        value={draft.actions}
        ownId={rule?.id}
        onChange={(actions) => set({ actions })}
        errors={errors}
      />
      <p className={classes.hint}>{sentence(draft)}</p>
      {others.length > 0 && (
        <p role="alert" className={classes.error}>
          {others.join('. ')}
        </p>
      )}
      <div className={classes.row}>
        <Button type="submit" loading={isSaving}>
          {t(rule ? 'settings.save' : 'settings.add')}
        </Button>
        <TryButton
          setting="rule"
          ownId={rule?.id ?? null}
          draft={() => (isWhole() ? tried(rule, draft) : null)}
          onWrong={setErrors}
        />
        <Button variant="default" onClick={onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}
