import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../lib/settings-types.ts';
import classes from '../settings.module.css';
import { waitingStatuses, type Draft } from './draft.ts';
import own from './sla.module.css';

type Props = {
  draft: Draft;
  calendars: readonly Calendar[];
  errors: Readonly<Record<string, string>>;
  set: (parts: Partial<Draft>) => void;
};

const onReopen: Draft['onReopen'][] = ['continue', 'restart', 'leave'];
const onChange: Draft['onChange'][] = ['keep', 'restart', 'stay'];

/** When the clocks of a policy run, when they warn, and what becomes of them when something changes. */
export function CountingFields(props: Props) {
  const { t } = useTranslation();
  const { draft, errors, set } = props;
  return (
    <fieldset className={own.part}>
      <legend className={own.legend}>{t('sla.counting')}</legend>
      <CalendarChoice {...props} />
      <Checkbox.Group
        label={t('sla.pausedIn')}
        value={[...draft.pausedIn]}
        onChange={(chosen) =>
          set({ pausedIn: waitingStatuses.filter((status) => chosen.includes(status)) })
        }
      >
        <div className={classes.row}>
          {waitingStatuses.map((status) => (
            <Checkbox key={status} value={status} label={t(`conditions.value.status.${status}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label={t('sla.warnAt')}
        description={t('sla.warnHint')}
        inputMode="numeric"
        value={draft.warnAt}
        error={errors['warnAt']}
        onChange={(event) => set({ warnAt: event.currentTarget.value })}
      />
      <div className={classes.grid}>
        <NativeSelect
          label={t('sla.onReopen')}
          value={draft.onReopen}
          data={onReopen.map((value) => ({ value, label: t(`sla.reopen.${value}`) }))}
          onChange={(event) => set({ onReopen: event.currentTarget.value as Draft['onReopen'] })}
        />
        <NativeSelect
          label={t('sla.onChange')}
          value={draft.onChange}
          data={onChange.map((value) => ({ value, label: t(`sla.change.${value}`) }))}
          onChange={(event) => set({ onChange: event.currentTarget.value as Draft['onChange'] })}
        />
      </div>
    </fieldset>
  );
}

function CalendarChoice({ draft, calendars, errors, set }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('sla.calendar')}
        value={draft.calendarId}
        error={errors['calendarId']}
        data={[
          { value: '', label: t(draft.byTeam ? 'sla.defaultCalendar' : 'sla.always') },
          ...calendars.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => set({ calendarId: event.currentTarget.value })}
      />
      <Checkbox
        label={t('sla.byTeam')}
        checked={draft.byTeam}
        onChange={(event) => set({ byTeam: event.currentTarget.checked })}
      />
    </>
  );
}
