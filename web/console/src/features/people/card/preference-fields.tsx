import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session.ts';
import { timeZones } from '../../../lib/time-zones.ts';
import classes from './card.module.css';
import { contactKinds } from './contact-kinds.data.ts';
import type { PersonFormOf } from './use-person-form.ts';

/** How somebody likes to be written to, and when not. */
export function PreferenceFields({ form }: { form: PersonFormOf }) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{t('people.preferences')}</legend>
      <div className={classes.row}>
        <Select
          label={t('cards.language')}
          placeholder={t('cards.unknown')}
          clearable
          data={(['ru', 'en'] as const).map((value) => ({
            value,
            label: t(`people.language.${value}`),
          }))}
          {...form.getInputProps('locale')}
        />
        <Select
          label={t('cards.favouriteChannel')}
          placeholder={t('cards.any')}
          clearable
          data={contactKinds.map((value) => ({ value, label: t(`people.kind.${value}`) }))}
          {...form.getInputProps('favouriteChannel')}
        />
      </div>
      <Select
        label={t('cards.timeZone')}
        placeholder={t('cards.ownTimeZone', { zone: workspace.timeZone })}
        searchable
        clearable
        limit={60}
        data={timeZones(workspace.timeZone)}
        {...form.getInputProps('timeZone')}
      />
      <div className={classes.row}>
        <TextInput type="time" label={t('cards.quietFrom')} {...form.getInputProps('quietFrom')} />
        <TextInput type="time" label={t('cards.quietTo')} {...form.getInputProps('quietTo')} />
      </div>
    </fieldset>
  );
}
