import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useTeams } from '../../../lib/refs.ts';
import classes from '../settings.module.css';
import { emptyStep, ways, type RoutingStep } from './types.ts';

type Errors = Readonly<Record<string, string>>;
type Props = {
  value: readonly RoutingStep[];
  asksSkills: boolean;
  errors: Errors;
  onChange: (steps: RoutingStep[]) => void;
};

const mostSteps = 8;

/** To whom: one way after the other, the first where somebody is free. */
export function StepsEditor({ value, asksSkills, errors, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.acts}>
      <legend>{t('routing.steps')}</legend>
      <p className={classes.hint}>{t('routing.stepsHint')}</p>
      {value.map((step, at) => (
        <StepFields
          key={at}
          step={step}
          at={at}
          asksSkills={asksSkills}
          error={errors[`steps.${at}.teamId`]}
          onChange={(next) => onChange(value.with(at, next))}
          onRemove={value.length > 1 ? () => onChange(value.toSpliced(at, 1)) : null}
        />
      ))}
      {value.length < mostSteps && value.at(-1)?.way !== 'team' && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...value, { ...emptyStep, way: 'team' }])}
        >
          {t('routing.addStep')}
        </Button>
      )}
    </fieldset>
  );
}

type StepProps = {
  step: RoutingStep;
  at: number;
  asksSkills: boolean;
  error: string | undefined;
  onChange: (step: RoutingStep) => void;
  onRemove: (() => void) | null;
};

function StepFields({ step, at, asksSkills, error, onChange, onRemove }: StepProps) {
  const { t } = useTranslation();
  const teams = useTeams().data ?? [];
  const set = (parts: Partial<RoutingStep>) => onChange({ ...step, ...parts });
  return (
    <fieldset className={classes.acts} aria-label={t('routing.stepLabel', { at: at + 1 })}>
      <div className={classes.row}>
        <NativeSelect
          aria-label={t('routing.team')}
          value={step.teamId}
          error={error}
          data={[
            { value: '', label: t('routing.needTeam'), disabled: true },
            ...teams.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(event) => set({ teamId: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t('routing.wayLabel')}
          value={step.way}
          data={ways.map((way) => ({ value: way, label: t(`routing.way.${way}`) }))}
          onChange={(event) => set({ way: event.currentTarget.value as RoutingStep['way'] })}
        />
        {step.way !== 'team' && (
          <NativeSelect
            aria-label={t('routing.who.label')}
            value={step.who}
            data={(['available', 'on_duty'] as const).map((who) => ({
              value: who,
              label: t(`routing.who.${who}`),
            }))}
            onChange={(event) => set({ who: event.currentTarget.value as RoutingStep['who'] })}
          />
        )}
        {onRemove && (
          <ActionIcon aria-label={t('routing.removeStep', { at: at + 1 })} onClick={onRemove}>
            <IconX size={15} />
          </ActionIcon>
        )}
      </div>
      {step.way !== 'team' && (
        <div className={classes.row}>
          <Checkbox
            label={t('routing.lastAgentFirst')}
            checked={step.lastAgentFirst}
            onChange={(event) => set({ lastAgentFirst: event.currentTarget.checked })}
          />
          {asksSkills && (
            <Checkbox
              label={t('routing.anySkill')}
              checked={step.anySkill}
              onChange={(event) => set({ anySkill: event.currentTarget.checked })}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}
