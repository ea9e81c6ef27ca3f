import { MultiSelect } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { TicketType } from '../../../lib/api-types.ts';
import { useTypes } from './use-types.ts';

type Typed = { types: TicketType[] };
type Props<T extends Typed> = {
  label: string;
  form: Pick<ReturnType<typeof useForm<T>>, 'values' | 'getInputProps'>;
};

/** Types of tickets that something is for; none chosen: all of them. */
export function TypesField<T extends Typed>({ label, form }: Props<T>) {
  const { t } = useTranslation();
  return (
    <MultiSelect
      label={label}
      placeholder={form.values.types.length === 0 ? t('order.every') : ''}
      data={useTypes()}
      {...form.getInputProps('types')}
    />
  );
}
