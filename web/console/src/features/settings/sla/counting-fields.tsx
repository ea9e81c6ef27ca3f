import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Calendar } from '../../../lib/settings-types.ts';
import { waitingStatuses, type Draft } from './draft.ts';
import own from './sla.module.css';

type Props = {
  draft: Draft;
  calendars: readonly Calendar[];
  errors: Readonly<Record<string, string>>;
  set: (parts: Partial<Draft>) => void;
};

/** When the clocks of a policy run, and when they warn. */
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
        <div className={own.choices}>
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
    </fieldset>
  );
}

const happenings = {
  onReopen: ['continue', 'restart', 'leave'],
  onPriority: ['keep', 'restart', 'stay'],
  onChange: ['keep', 'restart', 'stay'],
  onMerge: ['longest', 'own'],
} as const;
type Happening = keyof typeof happenings;

/** What becomes of the clocks when something else than time happens; below each choice what it means. */
export function HappeningFields({ draft, set }: Pick<Props, 'draft' | 'set'>) {
  const { t } = useTranslation();
  return (
    <fieldset className={own.part}>
      <legend className={own.legend}>{t('sla.happenings')}</legend>
      <div className={own.happenings}>
        {(Object.keys(happenings) as Happening[]).map((name) => (
          <NativeSelect
            key={name}
            label={t(`sla.${name}`)}
            description={t(`sla.meaning.${name}.${draft[name]}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={draft[name]}
            data={happenings[name].map((value) => ({
              value,
              label: t(`sla.${choiceWords[name]}.${value}`),
            }))}
            onChange={(event) => set({ [name]: event.currentTarget.value } as Partial<Draft>)}
          />
        ))}
      </div>
    </fieldset>
  );
}

const choiceWords: Readonly<Record<Happening, string>> = {
  onReopen: 'reopen',
  onPriority: 'priority',
  onChange: 'change',
  onMerge: 'merge',
};

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
