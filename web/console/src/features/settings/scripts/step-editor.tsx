import { ActionIcon, Button, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { priorities } from '../../../../../ui/marks.tsx';
import { ticketTypes, type Template } from '../../../lib/api-types.ts';
import { categoryPath, inUse, useCategories } from '../../../lib/refs.ts';
import { useFollowFocus } from '../../../lib/use-follow-focus.ts';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { freshStep, type Step } from './script-steps.ts';

type Props = {
  step: Step;
  index: number;
  steps: readonly Step[];
  problem: 'lost' | 'endless' | undefined;
  /** Saving was tried: what is missing is said. */
  tried: boolean;
  onChange: (changed: Step, added?: Step) => void;
  onRemove: () => void;
};

export function StepEditor({ step, index, steps, problem, tried, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const n = index + 1;
  const answers = (changed: Step['answers'], added?: Step) =>
    onChange({ ...step, answers: changed }, added);
  const follow = useFollowFocus<HTMLFieldSetElement>(step.answers.length, ':scope > [data-answer]');
  return (
    <li>
      <fieldset ref={follow} className={classes.acts}>
        <legend>{t('scripts.step', { n })}</legend>
        {problem && (
          <span className={classes.badge} data-tone="warn">
            {t(`scripts.problem.${problem}`)}
          </span>
        )}
        <Textarea
          className={classes.wide ?? ''}
          label={t('scripts.stepText')}
          autosize
          minRows={2}
          maxRows={10}
          value={step.text}
          onChange={(event) => onChange({ ...step, text: event.currentTarget.value })}
          error={tried && !step.text.trim() ? t('scripts.needText') : null}
        />
        <Answers step={step} steps={steps} tried={tried} onChange={answers} />
        {step.answers.length === 0 && (
          <Next
            label={t('scripts.after')}
            value={step.next}
            steps={steps}
            onChange={(next, added) => onChange({ ...step, next }, added)}
          />
        )}
        <div className={classes.row}>
          <Button
            data-adds
            variant="subtle"
            size="compact-sm"
            onClick={() => answers([...step.answers, { text: '', next: null }])}
          >
            {t('scripts.addAnswer')}
          </Button>
          {steps.length > 1 && (
            <Button variant="subtle" color="red" size="compact-sm" onClick={onRemove}>
              {t('scripts.removeStep', { n })}
            </Button>
          )}
        </div>
        <Deeds step={step} onChange={onChange} />
      </fieldset>
    </li>
  );
}

type AnswersProps = Pick<Props, 'step' | 'steps' | 'tried'> & {
  onChange: (changed: Step['answers'], added?: Step) => void;
};

function Answers({ step, steps, tried, onChange }: AnswersProps) {
  const { t } = useTranslation();
  return (
    <>
      {step.answers.map((answer, at) => (
        <div key={at} data-answer className={classes.row}>
          <TextInput
            className={classes.grow ?? ''}
            label={t('scripts.answer')}
            value={answer.text}
            maxLength={200}
            onChange={(event) =>
              onChange(step.answers.with(at, { ...answer, text: event.currentTarget.value }))
            }
            error={tried && !answer.text.trim() ? t('scripts.needAnswer') : null}
          />
          <Next
            label={t('scripts.leads')}
            value={answer.next}
            steps={steps}
            onChange={(next, added) => onChange(step.answers.with(at, { ...answer, next }), added)}
          />
          <ActionIcon
            size={28}
            aria-label={t('scripts.removeAnswer', { text: answer.text })}
            onClick={() => onChange(step.answers.filter((_, other) => other !== at))}
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
    </>
  );
}

type NextProps = {
  label: string;
  value: string | null;
  steps: readonly Step[];
  onChange: (next: string | null, added?: Step) => void;
};

const end = 'end';
const fresh = 'fresh';

function Next({ label, value, steps, onChange }: NextProps) {
  const { t } = useTranslation();
  const choose = (chosen: string | null) => {
    const added = freshStep();
    if (chosen === fresh) {
      onChange(added.id, added);
    } else {
      onChange(chosen === end ? null : chosen);
    }
  };
  return (
    <Select
      label={label}
      data={[
        { value: end, label: t('scripts.end') },
        ...steps.map(({ id, text }, at) => ({
          value: id,
          label: t('scripts.toStep', { n: at + 1, text: text.slice(0, 40) }),
        })),
        { value: fresh, label: t('scripts.newStep') },
      ]}
      allowDeselect={false}
      value={value ?? end}
      onChange={choose}
    />
  );
}

type Sets = NonNullable<Step['sets']>;

/** Fields, tags and a template: what happens when the talk comes here. */
function Deeds({ step, onChange }: Pick<Props, 'step' | 'onChange'>) {
  const { t } = useTranslation();
  const templates = useItems<Template>('templates', '/templates').data ?? [];
  const categories = useCategories().data ?? [];
  const sets = step.sets ?? {};
  const set = (more: { [K in keyof Sets]?: Sets[K] | undefined }) => {
    const all = Object.entries({ ...sets, ...more }).filter(
      ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
    );
    onChange({ ...step, sets: all.length > 0 ? Object.fromEntries(all) : null });
  };
  return (
    <details open={step.sets !== null || step.templateId !== null || undefined}>
      <summary>{t('scripts.more')}</summary>
      <div className={classes.grid}>
        <Select
          label={t('scripts.setType')}
          data={ticketTypes.map((value) => ({ value, label: t(`tickets.type.${value}`) }))}
          clearable
          value={sets.type ?? null}
          onChange={(type) => set({ type: (type ?? undefined) as typeof sets.type })}
        />
        <Select
          label={t('scripts.setPriority')}
          data={priorities.map((value) => ({ value, label: t(`ui.priority.${value}`) }))}
          clearable
          value={sets.priority ?? null}
          onChange={(priority) =>
            set({ priority: (priority ?? undefined) as typeof sets.priority })
          }
        />
        <Select
          label={t('scripts.setCategory')}
          data={inUse(categories, sets.categoryId).map(({ id }) => ({
            value: id,
            label: categoryPath(categories, id),
          }))}
          searchable
          clearable
          value={sets.categoryId ?? null}
          onChange={(categoryId) => set({ categoryId: categoryId ?? undefined })}
        />
        <TagsInput
          label={t('scripts.addTags')}
          value={sets.addTags ?? []}
          onChange={(addTags) => set({ addTags })}
        />
        <Select
          label={t('scripts.template')}
          data={templates.map(({ id, name }) => ({ value: id, label: name }))}
          searchable
          clearable
          value={step.templateId}
          onChange={(templateId) => onChange({ ...step, templateId })}
        />
      </div>
    </details>
  );
}
