import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import { showToast } from '../../../../ui/toast.tsx';
import { api } from '../../lib/client.ts';
import type { LegalEntity } from '../../lib/customer-types.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import classes from './organizations.module.css';

type Props = {
  /** Null: our own company's. */
  organizationId: string | null;
  entities: LegalEntity[];
  may: boolean;
};

/** As whom an organization signs and pays. */
export function Requisites({ organizationId, entities, may }: Props) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<LegalEntity | 'new' | null>(null);
  return (
    <section>
      <h2 className={classes.cardTitle}>{t('organizations.entities')}</h2>
      <ul className={classes.cards}>
        {entities.map((entity) => (
          <li key={entity.id} className={classes.card}>
            <div className={classes.cardText}>
              <b>{entity.name}</b>
              <Numbers entity={entity} />
              {entity.address && <span>{entity.address}</span>}
            </div>
            {may && (
              <Button variant="default" onClick={() => setEdited(entity)}>
                {t('organizations.edit')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {entities.length === 0 && <p className={classes.none}>{t('organizations.noEntities')}</p>}
      {may && (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => setEdited('new')}
        >
          {t('organizations.addEntity')}
        </Button>
      )}
      {edited && (
        <Dialog opened onClose={() => setEdited(null)} title={t('organizations.entity')}>
          <EntityForm
            organizationId={organizationId}
            entity={edited === 'new' ? null : edited}
            onDone={() => setEdited(null)}
          />
        </Dialog>
      )}
    </section>
  );
}

function Numbers({ entity }: { entity: LegalEntity }) {
  const { t } = useTranslation();
  const isCompany = entity.kind === 'company';
  const shown = [
    entity.inn && `${t('organizations.inn')}\u00a0${entity.inn}`,
    entity.kpp && `${t('organizations.kpp')}\u00a0${entity.kpp}`,
    entity.ogrn &&
      `${t(isCompany ? 'organizations.ogrn' : 'organizations.ogrnip')}\u00a0${entity.ogrn}`,
  ].filter(Boolean);
  return shown.length > 0 && <span className={classes.numbers}>{shown.join(' · ')}</span>;
}

type FormProps = {
  organizationId: string | null;
  entity: LegalEntity | null;
  onDone: () => void;
};

const blank = { kind: 'company' as string, name: '', inn: '', kpp: '', ogrn: '', address: '' };

function valuesOf(entity: LegalEntity | null): typeof blank {
  if (!entity) {
    return blank;
  }
  const { kind, name, inn, kpp, ogrn, address } = entity;
  return { kind, name, inn: inn ?? '', kpp: kpp ?? '', ogrn: ogrn ?? '', address };
}

function useEntityForm({ organizationId, entity, onDone }: FormProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const form = useForm({
    initialValues: valuesOf(entity),
    validate: { name: (value) => (value.trim() ? null : t('organizations.needName')) },
  });
  const done = () => {
    void cache.invalidateQueries({ queryKey: ['organizations'] });
    onDone();
  };
  const save = useMutation({
    mutationFn: (values: typeof form.values) => {
      const body = { ...values, kpp: values.kind === 'entrepreneur' ? '' : values.kpp };
      return entity
        ? api.patch<LegalEntity>(`/legal-entities/${entity.id}`, {
            ...body,
            version: entity.version,
          })
        : api.post<LegalEntity>('/legal-entities', { ...body, organizationId });
    },
    onSuccess: () => {
      showToast(t('organizations.entitySaved'));
      done();
    },
    onError: (error) => form.setErrors(fieldWords(error)),
  });
  const remove = useMutation({
    mutationFn: () => api.delete<null>(`/legal-entities/${entity?.id}`),
    onSuccess: done,
  });
  return { form, save, remove };
}

function EntityForm(props: FormProps) {
  const { t } = useTranslation();
  const { form, save, remove } = useEntityForm(props);
  const isCompany = form.values.kind === 'company';
  const error = save.error ?? remove.error;
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <Select
        label={t('organizations.kind')}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={(['company', 'entrepreneur'] as const).map((value) => ({
          value,
          label: t(`organizations.kinds.${value}`),
        }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('organizations.name')} required {...form.getInputProps('name')} />
      <TextInput
        label={t('organizations.inn')}
        inputMode="numeric"
        {...form.getInputProps('inn')}
      />
      {isCompany && <TextInput label={t('organizations.kpp')} {...form.getInputProps('kpp')} />}
      <TextInput
        label={t(isCompany ? 'organizations.ogrn' : 'organizations.ogrnip')}
        inputMode="numeric"
        {...form.getInputProps('ogrn')}
      />
      <TextInput label={t('organizations.address')} {...form.getInputProps('address')} />
      {error && (
        <p role="alert" className={classes.error}>
          {wordsOf(error).words}
        </p>
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.isPending}>
          {t('organizations.save')}
        </Button>
        {props.entity && (
          <Button
            variant="default"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t('organizations.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
