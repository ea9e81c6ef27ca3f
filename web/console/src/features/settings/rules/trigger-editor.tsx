import { MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
import { ruleEvents, ruleMoments, type RuleTrigger } from './rule-types.ts';

type Props = { value: RuleTrigger; onChange: (trigger: RuleTrigger) => void };

const minutesOfHour = 60;

/** What a rule waits for: an event, or a time that has passed. */
export function TriggerEditor({ value, onChange }: Props) {
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
          <NumberInput
            label={t('rules.hours')}
            min={0.1}
            max={8_760}
            decimalScale={1}
            value={value.minutes / minutesOfHour}
            onChange={(hours) =>
              onChange({
                since: value.since,
                minutes: Math.max(5, Math.round(Number(hours) * minutesOfHour)),
              })
            }
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
          label={t('rules.events')}
          value={[...value.on]}
          onChange={(on) => onChange({ on: on as (typeof ruleEvents)[number][] })}
          data={ruleEvents.map((each) => ({ value: each, label: t(`rules.event.${each}`) }))}
        />
      )}
    </div>
  );
}
