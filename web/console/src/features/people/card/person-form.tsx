import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../../../ui/toast.tsx';
import type { Person } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { ApiProblem, fieldWords, wordsOf } from '../../../lib/problem.ts';
import { personQuery } from '../people-queries.ts';
import classes from './card.module.css';
import { ContactsField } from './contacts-field.tsx';
import { usePersonForm, type PersonFormOf, type PersonValues } from './use-person-form.ts';
import { PlaceFields } from './place-fields.tsx';
import { PreferenceFields } from './preference-fields.tsx';
import { TakenBy } from './taken-by.tsx';

const bodyOf = (values: PersonValues, version: number) => {
  const { quietFrom, quietTo, vipLevel, contacts, ...rest } = values;
  return {
    ...rest,
    version,
    vipLevel: Number(vipLevel),
    quietHours: quietFrom && quietTo ? { from: quietFrom, to: quietTo } : null,
    contacts: contacts.filter(({ value }) => value.trim()),
  };
};

function useSave(person: Person, form: PersonFormOf) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (values: PersonValues) =>
      api.patch<Person>(`/people/${person.id}`, bodyOf(values, person.version)),
    onSuccess: (saved) => {
      cache.setQueryData(personQuery(person.id).queryKey, saved);
      void cache.invalidateQueries({ queryKey: ['people'] });
      showToast(t('people.saved'));
    },
    onError: (error) => {
      form.setErrors(fieldWords(error));
      if (takenValue(error) === null) {
        showToast(wordsOf(error).words, { tone: 'bad' });
      }
      if (error instanceof ApiProblem && error.status === 409) {
        void cache.invalidateQueries({ queryKey: ['people', person.id] });
      }
    },
  });
}

/** The contact point that somebody else has already. */
const takenValue = (error: unknown): string | null =>
  error instanceof ApiProblem && error.code === 'contact.taken' ? (error.detail ?? '') : null;

/** The whole card, saved at once. */
export function PersonForm({ person }: { person: Person }) {
  const { t } = useTranslation();
  const form = usePersonForm(person);
  const save = useSave(person, form);
  const taken = takenValue(save.error);
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
    >
      <TextInput label={t('people.name')} {...form.getInputProps('name')} />
      <ContactsField form={form} />
      {taken !== null && <TakenBy value={taken} person={person} />}
      <PlaceFields form={form} person={person} />
      <Textarea label={t('people.note')} autosize minRows={2} {...form.getInputProps('note')} />
      <Select
        label={t('cards.vip')}
        allowDeselect={false}
        data={[0, 1, 2, 3].map((level) => ({
          value: String(level),
          label: t(`people.vipLevel.${level}`),
        }))}
        {...form.getInputProps('vipLevel')}
      />
      <PreferenceFields form={form} />
      {form.isDirty() && (
        <div className={classes.save}>
          <Button type="submit" loading={save.isPending}>
            {t('people.save')}
          </Button>
          <Button variant="default" onClick={() => form.reset()}>
            {t('cards.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}
