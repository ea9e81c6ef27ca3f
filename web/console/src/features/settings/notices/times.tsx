import { Checkbox, Select, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeZones } from '../../../lib/time-zones.ts';
import { weekdayNames, weekdays } from '../calendars/spans.ts';
import classes from '../settings.module.css';
import own from './notices.module.css';
import type { Draft } from './types.ts';

type Props = { draft: Draft; change: (part: Partial<Draft>) => void };

const night = { from: '20:00', to: '09:00', days: [] };
const morning = { every: 'day', at: '09:00' } as const;

/** When nobody wants to be disturbed; what is urgent comes all the same. */
export function QuietFields({ draft: { quiet, zone }, change }: Props) {
  const { t, i18n } = useTranslation();
  const names = weekdayNames(i18n.language, 'short');
  return (
    <fieldset className={classes.acts}>
      <legend className={own.legend}>{t('told.quiet')}</legend>
      <p className={classes.hint}>{t('told.quietText')}</p>
      <Switch
        label={t('told.quietOn')}
        checked={quiet !== null}
        onChange={(event) => change({ quiet: event.currentTarget.checked ? night : null })}
      />
      {quiet && (
        <>
          <div className={own.times}>
            {(['from', 'to'] as const).map((end) => (
              <TextInput
                key={end}
                type="time"
                label={t(`told.${end}`)}
                value={quiet[end]}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  if (value) {
                    change({ quiet: { ...quiet, [end]: value } });
                  }
                }}
              />
            ))}
            <Select
              label={t('told.zone')}
              placeholder={t('told.zoneOfCompany')}
              data={timeZones(zone ?? 'UTC')}
              value={zone}
              onChange={(value) => change({ zone: value })}
              searchable
              clearable
            />
          </div>
          <Checkbox.Group
            label={t('told.days')}
            value={quiet.days}
            onChange={(days) => change({ quiet: { ...quiet, days: days as typeof quiet.days } })}
          >
            <div className={own.days}>
              {weekdays.map((day, at) => (
                <Checkbox key={day} value={day} label={names[at]} />
              ))}
            </div>
          </Checkbox.Group>
        </>
      )}
    </fieldset>
  );
}

/** Letters one by one, or gathered. */
export function DigestFields({ draft: { digest }, change }: Props) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.acts}>
      <legend className={own.legend}>{t('told.digest')}</legend>
      <p className={classes.hint}>{t('told.digestText')}</p>
      <div className={own.times}>
        <Select
          label={t('told.letters')}
          data={(['each', 'hour', 'day'] as const).map((value) => ({
            value,
            label: t(`told.every.${value}`),
          }))}
          value={digest?.every ?? 'each'}
          allowDeselect={false}
          onChange={(every) =>
            change({
              digest: every === 'hour' || every === 'day' ? { ...morning, ...digest, every } : null,
            })
          }
        />
        {digest?.every === 'day' && (
          <TextInput
            type="time"
            label={t('told.at')}
            value={digest.at}
            onChange={(event) => {
              const { value } = event.currentTarget;
              if (value) {
                change({ digest: { ...digest, at: value } });
              }
            }}
          />
        )}
      </div>
    </fieldset>
  );
}
