import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { dayTime } from '../../../../ui/time.ts';
import { parseWhen, type When } from './parse-when.ts';
import { focusFirst } from './focus-first.ts';
import classes from './work.module.css';

const presets = ['hour', 'evening', 'tomorrow', 'monday', 'week'] as const;
const meaning: Record<(typeof presets)[number] | 'answer', string> = {
  hour: '1h',
  evening: 'today 18:00',
  tomorrow: 'tomorrow 9:00',
  monday: 'mon 9:00',
  week: '7d 9:00',
  answer: 'answer',
};

type Props = {
  value: string;
  onChange: (text: string) => void;
  /** A ready choice was taken. */
  onPick: (when: When) => void;
  /** Only a ticket can wait for an answer. */
  answers?: boolean;
  error?: string | undefined;
};

/** A time as people say it: typed, with what was understood shown at once, or one of the usual ones. */
export function WhenField({ value, onChange, onPick, answers = false, error }: Props) {
  const { t } = useTranslation();
  const { timeZone, locale } = useUiLocale();
  const [now] = useState(() => new Date());
  const hint = useId();
  const understand = (text: string) => parseWhen(text, { now: new Date(), timeZone });
  const shown = (when: When) =>
    when === 'answer' ? t('work.when.answer') : dayTime({ locale, timeZone }, when, now);
  const when = understand(value);
  const named = [...presets, ...(answers ? (['answer'] as const) : [])].flatMap((name) => {
    const ready = understand(meaning[name]);
    return ready ? [{ name, ready }] : [];
  });
  // On a Sunday tomorrow is Monday: the same time is offered once.
  const offered = named.filter(
    ({ ready }, at) => named.findIndex((each) => String(each.ready) === String(ready)) === at,
  );
  return (
    <div className={classes.when}>
      <TextInput
        label={t('work.when.label')}
        description={t('work.when.hint')}
        value={value}
        error={error}
        autoComplete="off"
        aria-describedby={hint}
        ref={focusFirst}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <output id={hint} className={classes.understood} data-known={when !== null || undefined}>
        {value.trim() === '' ? '' : when ? shown(when) : t('work.when.unknown')}
      </output>
      <ul className={classes.presets}>
        {offered.map(({ name, ready }) => (
          <li key={name}>
            <button type="button" className={classes.preset} onClick={() => onPick(ready)}>
              <span>{t(`work.when.${name}`)}</span>
              {ready !== 'answer' && <span className={classes.presetTime}>{shown(ready)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
