import { Autocomplete, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page, Person } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import classes from './new-ticket.module.css';
import type { NewTicketForm } from './use-new-ticket.ts';

function addressOf(person: Person): string | undefined {
  const contact =
    person.contacts.find((each) => each.kind === 'email') ??
    person.contacts.find((each) => each.kind === 'phone');
  return contact && `${person.name} <${contact.value}>`;
}

export function RequesterField({ form }: { form: NewTicketForm }) {
  const { t } = useTranslation();
  const typed = useDeferredValue(form.getValues().requester);
  const found = useQuery({
    queryKey: ['people', 'find', typed],
    queryFn: ({ signal }) => api.get<Page<Person>>('/people', { q: typed, limit: 8 }, signal),
    enabled: typed.trim().length > 1,
    placeholderData: (old) => old,
  });
  const known = (found.data?.items ?? []).map(addressOf).filter((each) => each !== undefined);
  const isKnown = typed.includes('<') || known.some((each) => each.includes(typed));
  return (
    <div className={classes.choices}>
      <Autocomplete
        size="xs"
        label={t('tickets.new.requester')}
        placeholder={t('tickets.new.requesterPlaceholder')}
        required
        data={[...new Set(known)]}
        filter={({ options }) => options}
        {...form.getInputProps('requester')}
      />
      {!isKnown && (
        <TextInput label={t('tickets.new.requesterName')} {...form.getInputProps('name')} />
      )}
    </div>
  );
}
