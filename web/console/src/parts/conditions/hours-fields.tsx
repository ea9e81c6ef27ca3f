// oxlint-disable-next-line import/no-unassigned-import -- styles that only this part needs
import '@mantine/core/styles/Chip.layer.css';
import { Chip, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './conditions.module.css';
import type { FieldCondition } from './fields.data.ts';

const week = [1, 2, 3, 4, 5, 6, 7];
const noHours = { days: [], from: '18:00', to: '09:00' };

type Props = { leaf: FieldCondition; onChange: (leaf: FieldCondition) => void };

/** Days and hours; those over midnight belong to the day on which they begin. */
export function HoursFields({ leaf, onChange }: Props) {
  const { t } = useTranslation();
  const hours = leaf.hours ?? noHours;
  const set = (parts: Partial<typeof hours>) =>
    onChange({ ...leaf, hours: { ...hours, ...parts } });
  return (
    <div className={classes.hours}>
      <Chip.Group
        multiple
        value={hours.days.map(String)}
        onChange={(days) => set({ days: days.map(Number).toSorted((a, b) => a - b) })}
      >
        <fieldset className={classes.days} aria-label={t('conditions.days')}>
          {week.map((day) => (
            <Chip key={day} value={String(day)} size="xs" radius="sm">
              {t(`conditions.day.${day}`)}
            </Chip>
          ))}
        </fieldset>
      </Chip.Group>
      {(['from', 'to'] as const).map((end) => (
        <TextInput
          key={end}
          type="time"
          className={classes.time}
          aria-label={t(`conditions.${end}`)}
          value={hours[end]}
          onChange={(event) => set({ [end]: event.currentTarget.value })}
        />
      ))}
    </div>
  );
}
