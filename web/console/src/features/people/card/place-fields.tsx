import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Organization, Page, Person } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import type { PersonFormOf } from './use-person-form.ts';

/** Where somebody works: the organization and, where it has some, which of its branches. */
export function PlaceFields({ form, person }: { form: PersonFormOf; person: Person }) {
  const { t } = useTranslation();
  const { organizationId, branchId } = form.getValues();
  const organization = useQuery({
    queryKey: ['organizations', organizationId ?? ''] as const,
    queryFn: ({ signal }) => api.get<Organization>(`/organizations/${organizationId}`, {}, signal),
    enabled: organizationId !== null,
  });
  const branches = organizationId === null ? [] : (organization.data?.branches ?? []);
  return (
    <>
      <OrganizationSelect
        known={person.organization}
        value={organizationId}
        onChange={(id) => {
          form.setFieldValue('organizationId', id);
          form.setFieldValue('branchId', null);
        }}
      />
      {branches.length > 0 && (
        <Select
          label={t('cards.branch')}
          placeholder={t('cards.noBranch')}
          clearable
          data={branches.map(({ id, name }) => ({ value: id, label: name }))}
          value={branchId}
          onChange={(id) => form.setFieldValue('branchId', id)}
        />
      )}
    </>
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
