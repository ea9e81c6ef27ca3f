import { ActionIcon, Button, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { IconArrowLeft } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { Loaded } from '../../../../ui/states.tsx';
import { showToast } from '../../../../ui/toast.tsx';
import type { Organization, Page, Person } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { TicketLines } from '../../lib/ticket-lines.tsx';
import { personQuery } from './people-queries.ts';
import { Contacts } from './person-card.tsx';
import classes from './people.module.css';

export function PersonPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const person = useQuery(personQuery(id));
  return (
    <div className={classes.detail}>
      <ActionIcon
        component={Link}
        to="/people"
        className={classes.back}
        size={40}
        aria-label={t('people.back')}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Loaded of={person} wordsOf={wordsOf}>
        {(known) => (
          <>
            <div className={classes.cardHead}>
              <Initials name={known.name} size={44} />
              <h1 className={classes.bigName}>{known.name}</h1>
            </div>
            <Contacts contacts={known.contacts} />
            <PersonForm key={`${known.id}${known.version}`} person={known} />
            <section>
              <h3 className={classes.cardTitle}>{t('people.tickets')}</h3>
              <TicketLines filter={{ requester: known.id }} empty={t('people.noTickets')} />
            </section>
          </>
        )}
      </Loaded>
    </div>
  );
}

function PersonForm({ person }: { person: Person }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm({
    initialValues: {
      name: person.name,
      note: person.note ?? '',
      vip: person.vip,
      organizationId: person.organization?.id ?? null,
    },
  });
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.patch<Person>(`/people/${person.id}`, { ...values, version: person.version }),
    onSuccess: (saved) => {
      cache.setQueryData(personQuery(person.id).queryKey, saved);
      void cache.invalidateQueries({ queryKey: ['people', 'list'] });
      showToast(t('people.saved'));
    },
    onError: (error) => {
      form.setErrors(fieldWords(error));
      showToast(wordsOf(error).words, { tone: 'bad' });
      void cache.invalidateQueries({ queryKey: ['people', person.id] });
    },
  });
  return (
    <form className={classes.form} onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <TextInput label={t('people.name')} {...form.getInputProps('name')} />
      <OrganizationSelect
        known={person.organization}
        value={form.values.organizationId}
        onChange={(id) => form.setFieldValue('organizationId', id)}
      />
      <Textarea label={t('people.note')} autosize minRows={2} {...form.getInputProps('note')} />
      <Switch label={t('people.vip')} {...form.getInputProps('vip', { type: 'checkbox' })} />
      {form.isDirty() && (
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('people.save')}
          </Button>
        </div>
      )}
    </form>
  );
}

type SelectProps = {
  known: Person['organization'];
  value: string | null;
  onChange: (id: string | null) => void;
};

function OrganizationSelect({ known, value, onChange }: SelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(known?.name ?? '');
  const asked = useDeferredValue(typed);
  const found = useQuery({
    queryKey: ['organizations', 'find', asked],
    queryFn: ({ signal }) =>
      api.get<Page<Organization>>('/organizations', { q: asked, limit: 20 }, signal),
    placeholderData: (old) => old,
  });
  const options = new Map((found.data?.items ?? []).map(({ id, name }) => [id, name]));
  if (known) {
    options.set(known.id, known.name);
  }
  return (
    <Select
      label={t('people.organization')}
      placeholder={t('people.noOrganization')}
      data={[...options].map(([id, name]) => ({ value: id, label: name }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('people.noOrganization') }}
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={onChange}
    />
  );
}
