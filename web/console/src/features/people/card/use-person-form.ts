import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../lib/api-types.ts';

const startOf = (person: Person) => ({
  name: person.name,
  note: person.note,
  organizationId: person.organization?.id ?? null,
  branchId: person.branch?.id ?? null,
  contacts: person.contacts.map(({ kind, value }) => ({ kind, value })),
  locale: person.locale as string | null,
  favouriteChannel: person.favouriteChannel,
  timeZone: person.timeZone,
  quietFrom: person.quietHours?.from ?? '',
  quietTo: person.quietHours?.to ?? '',
  vipLevel: String(person.vipLevel),
});

export function usePersonForm(person: Person) {
  const { t } = useTranslation();
  return useForm({
    initialValues: startOf(person),
    validate: {
      name: (value: string) => (value.trim() ? null : t('people.needName')),
      quietTo: (value: string, { quietFrom }) =>
        (value === '') === (quietFrom === '') ? null : t('cards.needBoth'),
    },
  });
}
export type PersonFormOf = ReturnType<typeof usePersonForm>;
export type PersonValues = ReturnType<typeof startOf>;
