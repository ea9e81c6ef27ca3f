import { Button, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../ui/toast.tsx';
import type { Organization } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { organizationQuery } from './organization-queries.ts';
import classes from './organizations.module.css';

type Props = { organization: Organization | null; onSaved?: () => void };

const valuesOf = (known: Organization | null) => ({
  name: known?.name ?? '',
  domains: known?.domains.join(', ') ?? '',
  inn: '',
  note: known?.note ?? '',
});

function useOrganizationForm({ organization, onSaved }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: valuesOf(organization),
    validate: { name: (value) => (value.trim() ? null : t('organizations.needName')) },
  });
  const save = useMutation({
    mutationFn: ({ domains, inn, ...rest }: typeof form.values) => {
      const body = {
        ...rest,
        // Of a known organization it is changed with its legal entity.
        ...(!organization && inn.trim() && { inn }),
        domains: domains.split(/[\s,;]+/).filter(Boolean),
      };
      return organization
        ? api.patch<Organization>(`/organizations/${organization.id}`, {
            ...body,
            version: organization.version,
          })
        : api.post<Organization>('/organizations', body);
    },
    onSuccess: (saved) => {
      cache.setQueryData(organizationQuery(saved.id).queryKey, saved);
      void cache.invalidateQueries({ queryKey: ['organizations', 'list'] });
      showToast(t('organizations.saved'));
      onSaved?.();
      void navigate({ to: '/organizations/$id', params: { id: saved.id } });
    },
    onError: (error) => form.setErrors(fieldWords(error)),
  });
  return { form, save };
}

/** A new organization, or the card of a known one. */
export function OrganizationForm(props: Props) {
  const { t } = useTranslation();
  const { form, save } = useOrganizationForm(props);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('organizations.name')} required {...form.getInputProps('name')} />
      <TextInput
        label={t('organizations.domains')}
        description={t('organizations.domainsHint')}
        {...form.getInputProps('domains')}
      />
      {!props.organization && (
        <TextInput
          label={t('organizations.inn')}
          inputMode="numeric"
          {...form.getInputProps('inn')}
        />
      )}
      <Textarea
        label={t('organizations.note')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
      {save.error && (
        <p role="alert" className={classes.error}>
          {wordsOf(save.error).words}
        </p>
      )}
      {(form.isDirty() || !props.organization) && (
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('organizations.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
