import { Select } from '@mantine/core';
import type { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { ticketTypes, type TicketType } from '../../../lib/api-types.ts';
import { useOwnFields, type FieldDefinition } from '../../../lib/own-fields.ts';
import classes from '../settings.module.css';
import { howAsked, type Values } from './form-values.ts';

type Editing = Pick<ReturnType<typeof useForm<Values>>, 'values' | 'errors' | 'setFieldValue'>;

const isOf = ({ types }: FieldDefinition, type: TicketType): boolean =>
  types.length === 0 || types.includes(type);

const howOf = (asked: Values['ownFields'], name: string) => {
  const own = asked.find((each) => each.name === name);
  return own ? (own.required ? 'required' : 'optional') : 'off';
};

const askedOf = (fields: readonly FieldDefinition[], how: (name: string) => string) =>
  fields.flatMap(({ name }) =>
    how(name) === 'off' ? [] : [{ name, required: how(name) === 'required' }],
  );

/** What the tickets of the form are; own fields that those do not have are asked no longer. */
export function TicketTypeOf({ form }: { form: Editing }) {
  const { t } = useTranslation();
  const all = useOwnFields();
  return (
    <Select
      label={t('settings.forms.type')}
      data={ticketTypes.map((value) => ({ value, label: t(`tickets.type.${value}`) }))}
      allowDeselect={false}
      value={form.values.type}
      error={form.errors['type']}
      onChange={(value) => {
        const fitting = all.filter((field) => isOf(field, value as TicketType));
        const how = (name: string) => howOf(form.values.ownFields, name);
        form.setFieldValue('type', value as TicketType);
        form.setFieldValue('ownFields', askedOf(fitting, how));
      }}
    />
  );
}

/** Which of the own fields that such tickets have the form asks. */
export function OwnAsks({ form }: { form: Editing }) {
  const { t } = useTranslation();
  const { type, ownFields } = form.values;
  const fields = useOwnFields().filter((field) => isOf(field, type));
  if (fields.length === 0) {
    return null;
  }
  const set = (changed: string, how: string | null) =>
    form.setFieldValue(
      'ownFields',
      askedOf(fields, (name) => (name === changed ? (how ?? 'off') : howOf(ownFields, name))),
    );
  return (
    <fieldset className={classes.grid}>
      <legend className={classes.panelTitle}>{t('settings.forms.own')}</legend>
      {fields.map(({ name, label }) => (
        <Select
          key={name}
          label={label}
          data={howAsked.map((value) => ({ value, label: t(`settings.forms.asked.${value}`) }))}
          allowDeselect={false}
          value={howOf(ownFields, name)}
          error={errorAt(form, name)}
          onChange={(how) => set(name, how)}
        />
      ))}
    </fieldset>
  );
}

const errorAt = ({ values, errors }: Editing, name: string) =>
  errors[`ownFields.${values.ownFields.findIndex((each) => each.name === name)}`];
