import { ActionIcon, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useOwnFields } from '../../lib/own-fields.ts';
import { OwnFieldInput, type Value } from './own-field-input.tsx';
import classes from './own-fields.module.css';
import { useFieldTypes } from './use-field-types.ts';

export type Values = Readonly<Record<string, Value>>;

type Props = {
  values: Values;
  onChange: (values: Values) => void;
  /** By name, what is wrong with a value. */
  errors: Readonly<Record<string, string>>;
};

/** Own fields with what they are to hold; one that is named and left empty is emptied. */
export function OwnValuesEditor({ values, onChange, errors }: Props) {
  const { t } = useTranslation();
  const fields = useOwnFields();
  const typesOf = useFieldTypes();
  const left = fields.filter(({ name }) => !Object.hasOwn(values, name));
  const names = Object.keys(values);
  if (fields.length === 0 && names.length === 0) {
    return null;
  }
  return (
    <fieldset className={classes.values}>
      <legend>{t('ownValues.title')}</legend>
      {names.map((name) => (
        <div key={name} className={classes.line}>
          <OneValue
            name={name}
            value={values[name] ?? null}
            error={errors[name] ?? null}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
          <ActionIcon
            aria-label={t('ownValues.remove', {
              name: fields.find((field) => field.name === name)?.label ?? name,
            })}
            onClick={() =>
              onChange(Object.fromEntries(Object.entries(values).filter(([key]) => key !== name)))
            }
          >
            <IconX size={15} />
          </ActionIcon>
        </div>
      ))}
      {left.length > 0 && (
        <Select
          aria-label={t('ownValues.add')}
          placeholder={t('ownValues.add')}
          searchable={left.length > 4}
          data={left.map((field) => ({
            value: field.name,
            label: [field.label, typesOf(field)].filter(Boolean).join(' · '),
          }))}
          value={null}
          onChange={(name) => name !== null && onChange({ ...values, [name]: null })}
        />
      )}
    </fieldset>
  );
}

type OneProps = {
  name: string;
  value: Value;
  error: string | null;
  onChange: (value: Value) => void;
};

function OneValue({ name, value, error, onChange }: OneProps) {
  const { t } = useTranslation();
  const field = useOwnFields().find((each) => each.name === name);
  const typesOf = useFieldTypes();
  const placeholder = t('ownValues.emptied');
  if (!field) {
    return (
      <TextInput
        label={name}
        placeholder={placeholder}
        error={error}
        value={value === null ? '' : String(value)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const description = typesOf(field);
  return (
    <OwnFieldInput
      field={field}
      value={value}
      onChange={onChange}
      more={{ error, placeholder, ...(description && { description }) }}
    />
  );
}
