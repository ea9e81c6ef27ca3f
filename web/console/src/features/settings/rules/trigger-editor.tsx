import { MultiSelect, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { HoursInput } from './hours-input.tsx';
import { ruleEvents, ruleMoments, type RuleTrigger } from './rule-types.ts';

type Props = {
  value: RuleTrigger;
  onChange: (trigger: RuleTrigger) => void;
  problem: string | undefined;
};

const minutesOfHour = 60;

/** What a rule waits for: an event, or a time that has passed. */
export function TriggerEditor({ value, onChange, problem }: Props) {
  const { t } = useTranslation();
  const isTime = 'since' in value;
  return (
    <div className={classes.row}>
      <NativeSelect
        label={t('rules.when')}
        value={isTime ? 'time' : 'event'}
        onChange={(event) =>
          onChange(
            event.currentTarget.value === 'time'
              ? { since: 'we_answered', minutes: 72 * minutesOfHour }
              : { on: ['opened'] },
          )
        }
        data={['event', 'time'].map((kind) => ({ value: kind, label: t(`rules.kind.${kind}`) }))}
      />
      {isTime ? (
        <>
          <HoursInput
            label={t('rules.hours')}
            minutes={value.minutes}
            onChange={(minutes) => onChange({ since: value.since, minutes })}
          />
          <NativeSelect
            label={t('rules.since')}
            value={value.since}
            onChange={(event) =>
              onChange({
                since: event.currentTarget.value as (typeof ruleMoments)[number],
                minutes: value.minutes,
              })
            }
            data={ruleMoments.map((each) => ({ value: each, label: t(`rules.moment.${each}`) }))}
          />
        </>
      ) : (
        <MultiSelect
          className={classes.grow}
          label={t('rules.events')}
          error={problem}
          value={[...value.on]}
          onChange={(on) => onChange({ on: on as (typeof ruleEvents)[number][] })}
          data={ruleEvents.map((each) => ({ value: each, label: t(`rules.event.${each}`) }))}
        />
      )}
    </div>
  );
}
