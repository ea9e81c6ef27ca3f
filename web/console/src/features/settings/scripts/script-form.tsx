import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketTypes, type TicketType } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { categoryPath, useCategories } from '../../../lib/refs.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import {
  freshStep,
  isWritten,
  problemsOf,
  withoutStep,
  type Step,
  type TalkScript,
} from './script-steps.ts';
import { StepEditor } from './step-editor.tsx';

type Props = { script: TalkScript | null; onClose: () => void };

type Draft = Pick<TalkScript, 'name' | 'types' | 'steps'> & { categoryId: string | null };

const draftOf = (script: TalkScript | null): Draft =>
  script
    ? { ...script, categoryId: script.category?.id ?? null }
    : { name: '', types: [], categoryId: null, steps: [freshStep()] };

function useScriptForm({ script, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(script));
  const [tried, setTried] = useState(false);
  const save = useSave(
    ({ name, types, categoryId, steps }: Draft) => {
      const asked = { name, types, categoryId, steps };
      return script
        ? api.patch(`/talk-scripts/${script.id}`, { ...asked, version: script.version })
        : api.post('/talk-scripts', asked);
    },
    { touches: ['templates'], onDone: onClose, onError: () => setTried(true) },
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (draft.name.trim() && isWritten(draft.steps)) {
      save.mutate(draft);
    }
  };
  const change = (more: Partial<Draft>) => setDraft((before) => ({ ...before, ...more }));
  return { draft, change, tried, save, submit };
}

/** A talk as an outline: each step with its answers, each answer with the step that it leads to. */
export function ScriptForm(props: Props) {
  const { t } = useTranslation();
  const { draft, change, tried, save, submit } = useScriptForm(props);
  const taken = fieldWords(save.error)['name'];
  const nameless = tried && !draft.name.trim() ? t('scripts.needName') : taken;
  return (
    <form className={classes.steps} noValidate onSubmit={submit}>
      <Whereabouts draft={draft} onChange={change} problem={nameless} />
      <Outline steps={draft.steps} tried={tried} onChange={(steps) => change({ steps })} />
      <p role="alert" className={classes.error}>
        {save.error ? wordsOf(save.error).words : ''}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(props.script ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

type WhereaboutsProps = {
  draft: Draft;
  onChange: (more: Partial<Draft>) => void;
  problem: string | undefined;
};

/** Its name, and the tickets that it is offered for. */
function Whereabouts({ draft, onChange, problem }: WhereaboutsProps) {
  const { t } = useTranslation();
  const categories = useCategories().data ?? [];
  return (
    <div className={classes.grid}>
      <TextInput
        label={t('scripts.name')}
        value={draft.name}
        maxLength={120}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        error={problem}
      />
      <MultiSelect
        label={t('scripts.types')}
        description={t('scripts.typesHint')}
        data={ticketTypes.map((value) => ({ value, label: t(`tickets.type.${value}`) }))}
        value={draft.types}
        onChange={(types) => onChange({ types: types as TicketType[] })}
      />
      <Select
        label={t('scripts.category')}
        data={categories.map(({ id }) => ({ value: id, label: categoryPath(categories, id) }))}
        searchable
        clearable
        value={draft.categoryId}
        onChange={(categoryId) => onChange({ categoryId })}
      />
    </div>
  );
}

type OutlineProps = { steps: Step[]; tried: boolean; onChange: (steps: Step[]) => void };

function Outline({ steps, tried, onChange }: OutlineProps) {
  const { t } = useTranslation();
  const problems = problemsOf(steps);
  return (
    <>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <StepEditor
            key={step.id}
            step={step}
            index={index}
            steps={steps}
            problem={problems.get(step.id)}
            tried={tried}
            onChange={(changed, added) =>
              onChange([...steps.with(index, changed), ...(added ? [added] : [])])
            }
            onRemove={() => onChange(withoutStep(steps, step.id))}
          />
        ))}
      </ol>
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange([...steps, freshStep()])}
        >
          {t('scripts.addStep')}
        </Button>
      </div>
    </>
  );
}
