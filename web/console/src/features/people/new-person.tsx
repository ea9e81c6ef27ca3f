import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../../ui/dialog.tsx';
import type { Person } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import classes from './people.module.css';

export function NewPerson({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '', email: '', phone: '' },
    validate: { name: (value) => (value.trim() ? null : t('people.needName')) },
  });
  const add = useMutation({
    mutationFn: (values: typeof form.values) =>
      api.post<Person>(
        '/people',
        Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim())),
      ),
    onSuccess: (person) => {
      void cache.invalidateQueries({ queryKey: ['people'] });
      form.reset();
      onClose();
      void navigate({ to: '/people/$id', params: { id: person.id } });
    },
    onError: (error) => form.setErrors(fieldWords(error)),
  });
  return (
    <Dialog opened={opened} onClose={onClose} title={t('people.addTitle')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={form.onSubmit((values) => add.mutate(values))}
      >
        <TextInput
          label={t('people.name')}
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput label={t('people.email')} type="email" {...form.getInputProps('email')} />
        <TextInput label={t('people.phone')} type="tel" {...form.getInputProps('phone')} />
        {add.error && (
          <p role="alert" className={classes.error}>
            {wordsOf(add.error).words}
          </p>
        )}
        <div>
          <Button type="submit" loading={add.isPending}>
            {t('people.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
