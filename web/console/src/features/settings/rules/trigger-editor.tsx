// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/NumberInput.layer.css';
import { MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from '../settings.module.css';
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
          <Hours
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

const fewestMinutes = 5;

type HoursProps = { minutes: number; onChange: (minutes: number) => void };

/** A field that is being emptied or half typed keeps what is typed, and the rule the last whole time. */
function Hours({ minutes, onChange }: HoursProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | string>(minutes / minutesOfHour);
  const change = (hours: number | string) => {
    setTyped(hours);
    if (Number(hours) > 0) {
      onChange(Math.max(fewestMinutes, Math.round(Number(hours) * minutesOfHour)));
    }
  };
  return (
    <NumberInput
      label={t('rules.hours')}
      min={0.1}
      max={8_760}
      decimalScale={1}
      value={typed}
      onChange={change}
      onBlur={() => setTyped(minutes / minutesOfHour)}
    />
  );
}
