import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useFollowFocus } from '../../../lib/use-follow-focus.ts';
import { errorsOfCondition, everything } from '../../../parts/conditions/tree.ts';
import { ForWhich } from '../for-which.tsx';
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

type Draft = Pick<TalkScript, 'name' | 'condition' | 'steps'>;

const draftOf = (script: TalkScript | null): Draft =>
  script ?? { name: '', condition: everything, steps: [freshStep()] };

function useScriptForm({ script, onClose }: Props) {
  const [draft, setDraft] = useState(() => draftOf(script));
  const [tried, setTried] = useState(false);
  const save = useSave(
    ({ name, condition, steps }: Draft) => {
      const asked = { name, condition, steps };
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
  const refused = fieldWords(save.error);
  const nameless = tried && !draft.name.trim() ? t('scripts.needName') : refused['name'];
  return (
    <form className={classes.steps} noValidate onSubmit={submit}>
      <TextInput
        label={t('scripts.name')}
        value={draft.name}
        maxLength={120}
        onChange={(event) => change({ name: event.currentTarget.value })}
        error={nameless}
      />
      <ForWhich
        label={t('scripts.if')}
        value={draft.condition}
        onChange={(condition) => change({ condition })}
        refused={errorsOfCondition(refused)}
      />
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

type OutlineProps = { steps: Step[]; tried: boolean; onChange: (steps: Step[]) => void };

function Outline({ steps, tried, onChange }: OutlineProps) {
  const { t } = useTranslation();
  const problems = problemsOf(steps);
  const follow = useFollowFocus<HTMLDivElement>(steps.length, ':scope > ol > li');
  return (
    <div ref={follow} className={classes.steps}>
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
          data-adds
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange([...steps, freshStep()])}
        >
          {t('scripts.addStep')}
        </Button>
      </div>
    </div>
  );
}
