import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { usePartFocus } from '../use-part-focus.ts';
import { builtInTargets, goalOf, isBuiltIn, priorities, type Goal } from './draft.ts';
import own from './sla.module.css';
import { useTargetWords } from './use-policy-sentence.ts';

type Errors = Readonly<Record<string, string>>;
type Props = {
  value: readonly Goal[];
  errors: Errors;
  onChange: (goals: readonly Goal[]) => void;
};

const mostTargets = 10;

/** What is promised: each target with a time for all and, where it differs, for priorities. */
export function GoalsEditor({ value, errors, onChange }: Props) {
  const { t } = useTranslation();
  const list = usePartFocus<HTMLUListElement>(value.map(({ key }) => key));
  const absent = builtInTargets.filter((each) => value.every(({ target }) => target !== each));
  return (
    <fieldset className={own.part}>
      <legend className={own.legend}>{t('sla.targets')}</legend>
      <p className={classes.hint}>{t('sla.targetsHint')}</p>
      {errors['targets'] && (
        <p role="alert" className={classes.error}>
          {errors['targets']}
        </p>
      )}
      <ul ref={list} className={own.goals}>
        {value.map((goal, at) => (
          <GoalFields
            key={goal.key}
            goal={goal}
            errors={errors}
            onChange={(next) => onChange(value.with(at, next))}
            onRemove={() => onChange(value.toSpliced(at, 1))}
          />
        ))}
      </ul>
      {value.length < mostTargets && (
        <div className={classes.row}>
          {[...absent, 'own'].map((each) => (
            <Button
              key={each}
              variant="subtle"
              size="compact-sm"
              leftSection={<IconPlus size={14} />}
              onClick={() => onChange([...value, goalOf(each === 'own' ? '' : each)])}
            >
              {t(`sla.addTarget.${each}`)}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}

type GoalProps = {
  goal: Goal;
  errors: Errors;
  onChange: (goal: Goal) => void;
  onRemove: () => void;
};

function GoalFields({ goal, errors, onChange, onRemove }: GoalProps) {
  const { t } = useTranslation();
  const nameOf = useTargetWords();
  const { key, target, all, by } = goal;
  const fixed = isBuiltIn(target);
  const about = t(`sla.about.${fixed ? target : 'own'}`);
  const name = target === '' ? t('sla.addTarget.own') : nameOf(target);
  return (
    <li>
      <div className={own.goalHead}>
        <span>{about}</span>
        <ActionIcon
          aria-label={t('sla.removeTarget', { name: name.replace(/^[«“]|[»”]$/g, '') })}
          onClick={onRemove}
        >
          <IconX size={15} />
        </ActionIcon>
      </div>
      {(!fixed || errors[`${key}.target`]) && (
        <TextInput
          className={own.own}
          label={t('sla.ownName')}
          value={target}
          error={errors[`${key}.target`]}
          onChange={(event) => onChange({ ...goal, target: event.currentTarget.value })}
        />
      )}
      <fieldset aria-label={about} className={own.times}>
        <TextInput
          label={t('sla.goalAll')}
          value={all}
          error={errors[`${key}.all`]}
          onChange={(event) => onChange({ ...goal, all: event.currentTarget.value })}
        />
        {priorities.map((level) => (
          <TextInput
            key={level}
            label={t(`sla.level.${level}`)}
            placeholder={all}
            value={by[level] ?? ''}
            error={errors[`${key}.${level}`]}
            onChange={(event) =>
              onChange({ ...goal, by: { ...by, [level]: event.currentTarget.value } })
            }
          />
        ))}
      </fieldset>
    </li>
  );
}
