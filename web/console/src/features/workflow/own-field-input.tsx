import { NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from './workflow-queries.ts';

export type Value = string | number | boolean | string[] | null;

type Props = {
  field: FieldDefinition;
  focus?: { autoFocus?: boolean };
  value: Value;
  onChange: (value: Value) => void;
};

/** The input that fits the kind of an own field. */
export function OwnFieldInput({ field, focus = {}, value, onChange }: Props) {
  const { t } = useTranslation();
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...focus}
          label={field.label}
          data={field.choices}
          value={value as string | null}
          onChange={onChange}
        />
      );
    case 'yes_no':
      return (
        <Select
          {...focus}
          label={field.label}
          data={[
            { value: 'yes', label: t('workflow.missing.yes') },
            { value: 'no', label: t('workflow.missing.no') },
          ]}
          value={value === null ? null : value ? 'yes' : 'no'}
          onChange={(said) => onChange(said === null ? null : said === 'yes')}
        />
      );
    case 'number':
      return (
        <NumberInput
          {...focus}
          label={field.label}
          value={(value as number | null) ?? ''}
          onChange={onChange}
        />
      );
    default:
      return (
        <TextInput
          {...focus}
          type={field.kind === 'date' ? 'date' : 'text'}
          label={field.label}
          value={(value as string | null) ?? ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
