// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/FloatingIndicator.layer.css';
// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/SegmentedControl.layer.css';
import { Button, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useTeams, useUsers } from '../../../lib/refs.ts';
import { useSession } from '../../../lib/session.ts';
import type { Duty } from '../../../parts/availability/types.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import { touches } from './use-lists.ts';
import { inputOf, momentIn } from './wall-inputs.ts';
import {
  isRead,
  WeekInputs,
  weekFrom,
  weekTexts,
  ZoneSelect,
  type WeekTexts,
} from './week-inputs.tsx';

type Props = { duty: Duty | null; onClose: () => void };
type Draft = {
  teamId: string;
  userIds: string[];
  weekly: boolean;
  zone: string;
  texts: WeekTexts;
  from: string;
  to: string;
};
type Errors = Record<string, string | undefined>;

function draftOf(duty: Duty | null, companyZone: string, timeZone: string): Draft {
  if (!duty) {
    const texts = weekTexts('nights');
    return { teamId: '', userIds: [], weekly: true, zone: companyZone, texts, from: '', to: '' };
  }
  const { team, people, week, zone, from, to } = duty;
  return {
    teamId: team ? team.id : '',
    userIds: people.map(({ id }) => id),
    weekly: week !== null,
    zone: zone ?? companyZone,
    texts: weekTexts(week ?? 'nights'),
    from: inputOf(from, timeZone),
    to: inputOf(to, timeZone),
  };
}

const bodyOf = (draft: Draft, timeZone: string) => ({
  teamId: draft.teamId || null,
  userIds: draft.userIds,
  hours: draft.weekly ? { zone: draft.zone, week: weekFrom(draft.texts) } : null,
  from: momentIn(draft.from, timeZone),
  to: momentIn(draft.to, timeZone),
});

function useDutyForm({ duty, onClose }: Props) {
  const { timeZone } = useUiLocale();
  const { workspace } = useSession();
  const [errors, setErrors] = useState<Errors>({});
  const [draft, setDraft] = useState(draftOf(duty, workspace.timeZone, timeZone));
  const save = useSave(
    () => {
      const body = bodyOf(draft, timeZone);
      return duty
        ? api.patch<Duty>(`/duty/${duty.id}`, { ...body, version: duty.version })
        : api.post<Duty>('/duty', body);
    },
    {
      touches,
      onDone: onClose,
      onError: (error) => {
        const said = fieldWords(error);
        setErrors(Object.keys(said).length > 0 ? said : { form: wordsOf(error).words });
      },
    },
  );
  const set = (change: Partial<Draft>) => {
    setErrors({});
    setDraft((before) => ({ ...before, ...change }));
  };
  return { draft, set, errors, save };
}

/** For whom, who in which order, and when: every week or once. */
export function DutyForm(props: Props) {
  const { t } = useTranslation();
  const { draft, set, errors, save } = useDutyForm(props);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!draft.weekly || isRead(draft.texts)) {
          save.mutate(undefined);
        }
      }}
    >
      <WhoFields draft={draft} set={set} errors={errors} />
      <div>
        <SegmentedControl
          aria-label={t('availability.duty.repeat')}
          value={draft.weekly ? 'weekly' : 'once'}
          onChange={(value) => set({ weekly: value === 'weekly' })}
          data={(['weekly', 'once'] as const).map((value) => ({
            value,
            label: t(`availability.duty.${value}`),
          }))}
        />
      </div>
      {draft.weekly && (
        <>
          <div className={classes.row}>
            <ZoneSelect value={draft.zone} onChange={(zone) => set({ zone })} />
            <Button variant="subtle" mt="auto" onClick={() => set({ texts: weekTexts('nights') })}>
              {t('availability.duty.preset')}
            </Button>
          </div>
          <WeekInputs
            name={props.duty?.id ?? 'duty'}
            texts={draft.texts}
            hint={t('availability.duty.hoursHint')}
            onChange={(texts) => set({ texts })}
          />
        </>
      )}
      <TimeFields draft={draft} set={set} errors={errors} />
      <p role="alert" className={classes.error}>
        {errors['form'] ?? errors['hours'] ?? errors['week']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(props.duty ? 'settings.save' : 'settings.add')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

type FieldsProps = { draft: Draft; set: (change: Partial<Draft>) => void; errors: Errors };

function WhoFields({ draft, set, errors }: FieldsProps) {
  const { t } = useTranslation();
  const users = useUsers().data ?? [];
  const teams = useTeams().data ?? [];
  return (
    <div className={classes.grid}>
      <Select
        label={t('availability.duty.team')}
        data={[
          { value: '', label: t('availability.duty.company') },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.teamId}
        allowDeselect={false}
        onChange={(teamId) => set({ teamId: teamId ?? '' })}
      />
      <MultiSelect
        label={t('availability.duty.people')}
        description={t('availability.duty.peopleHint')}
        data={users
          .filter((user) => user.active)
          .map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.userIds}
        searchable
        error={errors['userIds']}
        onChange={(userIds) => set({ userIds })}
      />
    </div>
  );
}

function TimeFields({ draft, set, errors }: FieldsProps) {
  const { t } = useTranslation();
  const words = draft.weekly ? (['since', 'until'] as const) : (['from', 'to'] as const);
  return (
    <div className={classes.grid}>
      {(['from', 'to'] as const).map((field, index) => (
        <TextInput
          key={field}
          type="datetime-local"
          label={
            draft.weekly
              ? t(`availability.duty.${words[index] as 'since' | 'until'}`)
              : t(`availability.absence.${field}`)
          }
          description={draft.weekly ? t('availability.duty.boundHint') : undefined}
          value={draft[field]}
          error={errors[field]}
          onChange={(event) => set({ [field]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
