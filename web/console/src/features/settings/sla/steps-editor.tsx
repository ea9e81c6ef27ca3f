import { ActionIcon, Button, Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUsers } from '../../../lib/refs.ts';
import classes from '../settings.module.css';
import { useItems } from '../use-items.ts';
import { usePartFocus } from '../use-part-focus.ts';
import own from './sla.module.css';
import { moments, newStep, parties, type Moment, type StepDraft } from './step-draft.ts';
import { StepActs } from './step-acts.tsx';
import { useTargetWords } from './use-policy-sentence.ts';

type Errors = Readonly<Record<string, string>>;
type Props = {
  value: readonly StepDraft[];
  /** What is promised: a step is about one of it. */
  targets: readonly string[];
  errors: Errors;
  onChange: (steps: readonly StepDraft[]) => void;
};

const mostSteps = 20;

/** What happens before and after a breach: when, who is told, what is done. */
export function StepsEditor({ value, targets, errors, onChange }: Props) {
  const { t } = useTranslation();
  const first = targets.at(-1) ?? 'resolution';
  const list = usePartFocus<HTMLOListElement>(value.map(({ key }) => key));
  return (
    <fieldset className={own.part}>
      <legend className={own.legend}>{t('sla.escalation')}</legend>
      <p className={classes.hint}>{t('sla.escalationHint')}</p>
      <ol ref={list} className={own.goals}>
        {value.map((step, at) => (
          <StepFields
            key={step.key}
            step={step}
            number={at + 1}
            targets={targets}
            errors={errors}
            onChange={(next) => onChange(value.with(at, next))}
            onRemove={() => onChange(value.toSpliced(at, 1))}
          />
        ))}
      </ol>
      {value.length < mostSteps && targets.length > 0 && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => onChange([...value, newStep(first)])}
          >
            {t('sla.addStep')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

type StepProps = {
  step: StepDraft;
  number: number;
  targets: readonly string[];
  errors: Errors;
  onChange: (step: StepDraft) => void;
  onRemove: () => void;
};

function StepFields(props: StepProps) {
  const { t } = useTranslation();
  const { step, number, errors, onChange, onRemove } = props;
  const wrong = errors[`${step.key}.acts`];
  return (
    <li>
      <fieldset aria-label={t('sla.step', { number })} className={own.step}>
        <div className={own.goalHead}>
          <span>{t('sla.step', { number })}</span>
          <ActionIcon aria-label={t('sla.removeStep', { number })} onClick={onRemove}>
            <IconX size={15} />
          </ActionIcon>
        </div>
        <MomentFields {...props} />
        <ToldField {...props} />
        <Checkbox
          label={t('sla.overridesQuiet')}
          description={t('sla.overridesHint')}
          checked={step.overridesQuiet}
          onChange={(event) => onChange({ ...step, overridesQuiet: event.currentTarget.checked })}
        />
        <StepActs value={step.acts} onChange={(acts) => onChange({ ...step, acts })} />
        {wrong && (
          <p role="alert" className={classes.error}>
            {wrong}
          </p>
        )}
      </fieldset>
    </li>
  );
}

function MomentFields({ step, targets, errors, onChange }: StepProps) {
  const { t } = useTranslation();
  const nameOf = useTargetWords();
  const known = targets.includes(step.target) ? targets : [...targets, step.target];
  return (
    <div className={own.moment}>
      <NativeSelect
        label={t('sla.stepTarget')}
        value={step.target}
        error={errors[`${step.key}.target`]}
        data={known.map((target) => ({ value: target, label: nameOf(target) }))}
        onChange={(event) => onChange({ ...step, target: event.currentTarget.value })}
      />
      <NativeSelect
        label={t('sla.stepWhen')}
        value={step.moment}
        data={moments.map((moment) => ({ value: moment, label: t(`sla.moment.${moment}`) }))}
        onChange={(event) =>
          onChange({ ...step, moment: event.currentTarget.value as Moment, value: '' })
        }
      />
      {step.moment !== 'breach' && (
        <TextInput
          label={t(step.moment === 'share' ? 'sla.stepPercent' : 'sla.stepTime')}
          placeholder={step.moment === 'share' ? '50' : t('sla.stepTimeExample')}
          value={step.value}
          error={errors[`${step.key}.when`]}
          onChange={(event) => onChange({ ...step, value: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

type Role = { id: string; name: string };

function ToldField({ step, errors, onChange }: StepProps) {
  const { t } = useTranslation();
  const users = useUsers().data ?? [];
  const roles = useItems<Role>('roles', '/roles').data ?? [];
  const people = users.filter(({ id, active }) => active || step.told.includes(`user ${id}`));
  return (
    <MultiSelect
      label={t('sla.told')}
      searchable
      hidePickedOptions
      value={[...step.told]}
      error={errors[`${step.key}.tell`]}
      data={[
        {
          group: t('sla.toldBy.party'),
          items: parties.map((party) => ({ value: party, label: t(`sla.party.${party}`) })),
        },
        {
          group: t('sla.toldBy.role'),
          items: roles.map(({ id, name }) => ({ value: `role ${id}`, label: name })),
        },
        {
          group: t('sla.toldBy.user'),
          items: people.map(({ id, name }) => ({ value: `user ${id}`, label: name })),
        },
      ]}
      onChange={(told) => onChange({ ...step, told })}
    />
  );
}
