import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { api } from '../../lib/client.ts';
import type { Branch } from '../../lib/customer-types.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { useSession } from '../../lib/session.ts';
import { timeZones } from '../../lib/time-zones.ts';
import classes from './organizations.module.css';

type Props = { organizationId: string; branches: Branch[]; may: boolean };

/** The places of an organization. */
export function Branches({ organizationId, branches, may }: Props) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<Branch | 'new' | null>(null);
  return (
    <section>
      <h2 className={classes.cardTitle}>{t('organizations.branches')}</h2>
      <ul className={classes.cards}>
        {branches.map((branch) => (
          <li key={branch.id} className={classes.card}>
            <div className={classes.cardText}>
              <b>{branch.name}</b>
              <span>{[branch.address, branch.timeZone].filter(Boolean).join(' · ')}</span>
            </div>
            {may && (
              <Button variant="default" onClick={() => setEdited(branch)}>
                {t('organizations.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {branches.length === 0 && <p className={classes.none}>{t('organizations.noBranches')}</p>}
      {may && (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setEdited('new')}
        >
          {t('organizations.addBranch')}
        </Button>
      )}
      {edited && (
        <Dialog opened onClose={() => setEdited(null)} title={t('organizations.branch')}>
          <BranchForm
            organizationId={organizationId}
            branch={edited === 'new' ? null : edited}
            onDone={() => setEdited(null)}
          />
        </Dialog>
      )}
    </section>
  );
}

type FormProps = { organizationId: string; branch: Branch | null; onDone: () => void };

function useBranchForm({ organizationId, branch, onDone }: FormProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm({
    initialValues: {
      name: branch?.name ?? '',
      address: branch?.address ?? '',
      timeZone: branch?.timeZone ?? null,
    },
    validate: { name: (value) => (value.trim() ? null : t('organizations.needName')) },
  });
  const done = () => {
    void cache.invalidateQueries({ queryKey: ['organizations'] });
    void cache.invalidateQueries({ queryKey: ['people'] });
    onDone();
  };
  const save = useMutation({
    mutationFn: (values: typeof form.values) =>
      branch
        ? api.patch<Branch>(`/branches/${branch.id}`, { ...values, version: branch.version })
        : api.post<Branch>(`/organizations/${organizationId}/branches`, values),
    onSuccess: done,
    onError: (error) => form.setErrors(fieldWords(error)),
  });
  const remove = useMutation({
    mutationFn: () => api.delete<null>(`/branches/${branch?.id}`),
    onSuccess: done,
  });
  return { form, save, remove };
}

function BranchForm(props: FormProps) {
  const { t } = useTranslation();
  const { workspace } = useSession();
  const { form, save, remove } = useBranchForm(props);
  const error = save.error ?? remove.error;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('organizations.name')} required {...form.getInputProps('name')} />
      <TextInput label={t('organizations.address')} {...form.getInputProps('address')} />
      <Select
        label={t('organizations.timeZone')}
        searchable
        clearable
        limit={60}
        comboboxProps={{ withinPortal: false }}
        data={timeZones(workspace.timeZone)}
        {...form.getInputProps('timeZone')}
      />
      {error && (
        <p role="alert" className={classes.error}>
          {wordsOf(error).words}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {t('organizations.save')}
        </Button>
        {props.branch && (
          <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t('organizations.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
