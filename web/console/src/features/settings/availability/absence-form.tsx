// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/FloatingIndicator.layer.css';
// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/Radio.layer.css';
// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/SegmentedControl.layer.css';
import { Button, Checkbox, Radio, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUiLocale } from '../../../../../ui/locale.tsx';
import { api } from '../../../lib/client.ts';
import { fieldWords, wordsOf } from '../../../lib/problem.ts';
import { useUsers } from '../../../lib/refs.ts';
import { useMay, useSession } from '../../../lib/session.ts';
import type { Absence } from '../../../parts/availability/types.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import {
  bodyOf,
  draftOf,
  handing,
  kinds,
  missingIn,
  newDraft,
  whens,
  type AbsenceDraft,
} from './absence-draft.ts';
import { AbsenceSentence } from './absence-sentence.tsx';
import { touches } from './use-lists.ts';

type Props = { absence: Absence | null; userId?: string; onClose: () => void };
type Form = ReturnType<typeof useAbsenceForm>['form'];

function useAbsenceForm({ absence, userId, onClose }: Props) {
  const { t } = useTranslation();
  const { timeZone } = useUiLocale();
  const { user } = useSession();
  const [now] = useState(() => new Date());
  const here = { timeZone, now };
  const form = useForm<AbsenceDraft>({
    initialValues: absence ? draftOf(absence, here) : newDraft(userId ?? user.id, here),
    validate: (draft) =>
      Object.fromEntries(missingIn(draft).map((field) => [field, t('errors.field.required')])),
  });
  const save = useSave(
    (draft: AbsenceDraft) => {
      const body = bodyOf(draft, timeZone, absence);
      return absence
        ? api.patch<Absence>(`/absences/${absence.id}`, body)
        : api.post<Absence>('/absences', body);
    },
    {
      touches,
      onDone: onClose,
      onError: (error) => {
        const { from, to, ...said } = fieldWords(error);
        const days = form.values.when === 'days';
        form.setErrors({
          ...said,
          ...(from && { [days ? 'firstDay' : 'from']: from }),
          ...(to && { [days ? 'lastDay' : 'to']: to }),
          ...(!from && !to && Object.keys(said).length === 0 && { form: wordsOf(error).words }),
        });
      },
    },
  );
  return { form, save };
}

/** Who, when, who substitutes and with what; the sentence below says what will happen. */
export function AbsenceForm(props: Props) {
  const { t } = useTranslation();
  const { absence } = props;
  const { form, save } = useAbsenceForm(props);
  return (
    <form
      className={classes.steps}
      noValidate
      onSubmit={form.onSubmit((draft) => save.mutate(draft))}
    >
      <div className={classes.grid}>
        <PersonField form={form} fixed={absence !== null || props.userId !== undefined} />
        <Select
          label={t('availability.absence.kind')}
          description={t('availability.absence.kindHint')}
          data={kinds.map((kind) => ({
            value: kind,
            label: t(`availability.absence.kinds.${kind}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('kind')}
        />
      </div>
      <TimeFields form={form} absence={absence} />
      <SubstituteFields form={form} />
      <TextInput label={t('availability.absence.note')} {...form.getInputProps('note')} />
      <AbsenceSentence draft={form.values} />
      <p role="alert" className={classes.error}>
        {form.errors['form']}
      </p>
      <div className={classes.row}>
        <Button type="submit" loading={save.isPending}>
          {t(absence ? 'settings.save' : 'availability.absence.add')}
        </Button>
        <Button variant="default" onClick={props.onClose}>
          {t('settings.cancel')}
        </Button>
      </div>
    </form>
  );
}

function PersonField({ form, fixed }: { form: Form; fixed: boolean }) {
  const { t } = useTranslation();
  const mayOthers = useMay()('availability.change');
  const users = useUsers().data ?? [];
  if (fixed || !mayOthers) {
    return null;
  }
  return (
    <Select
      label={t('availability.absence.person')}
      data={users.filter((user) => user.active).map(({ id, name }) => ({ value: id, label: name }))}
      searchable
      allowDeselect={false}
      {...form.getInputProps('userId')}
    />
  );
}

function TimeFields({ form, absence }: { form: Form; absence: Absence | null }) {
  const { t } = useTranslation();
  const { when, openEnd } = form.values;
  const begun = absence?.state === 'running';
  const choices = whens.filter((each) => each !== 'now' || absence === null);
  const [start, end] =
    when === 'days' ? (['firstDay', 'lastDay'] as const) : (['from', 'to'] as const);
  const type = when === 'days' ? 'date' : 'datetime-local';
  return (
    <>
      {!begun && (
        <div>
          <SegmentedControl
            aria-label={t('availability.absence.begins')}
            data={choices.map((each) => ({
              value: each,
              label: t(`availability.absence.when.${each}`),
            }))}
            {...form.getInputProps('when')}
          />
        </div>
      )}
      <div className={classes.grid}>
        {!begun && when !== 'now' && (
          <TextInput
            type={type}
            label={t(`availability.absence.${start}`)}
            {...form.getInputProps(start)}
          />
        )}
        {!openEnd && (
          <TextInput
            type={type}
            label={t(`availability.absence.${end}`)}
            {...form.getInputProps(end)}
          />
        )}
      </div>
      <Checkbox
        label={t('availability.absence.openEnd')}
        {...form.getInputProps('openEnd', { type: 'checkbox' })}
      />
    </>
  );
}

function SubstituteFields({ form }: { form: Form }) {
  const { t } = useTranslation();
  const users = useUsers().data ?? [];
  const others = users.filter((user) => user.active && user.id !== form.values.userId);
  const hands = form.values.handsOver !== 'nothing';
  return (
    <>
      <Radio.Group label={t('availability.absence.handsOver')} {...form.getInputProps('handsOver')}>
        <div className={classes.steps} style={{ marginTop: 6 }}>
          {handing.map((each) => (
            <Radio key={each} value={each} label={t(`availability.absence.hands.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      {hands && (
        <>
          <Select
            label={t('availability.absence.substitute')}
            data={[
              { value: '', label: t('availability.absence.byRule') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            searchable
            allowDeselect={false}
            {...form.getInputProps('substituteId')}
          />
          <Checkbox
            label={t('availability.absence.givesBack')}
            description={t('availability.absence.givesBackHint')}
            {...form.getInputProps('givesBack', { type: 'checkbox' })}
          />
        </>
      )}
    </>
  );
}
