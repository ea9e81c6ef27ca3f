import { NumberInput, Select, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '../../lib/own-fields.ts';

export type Value = string | number | boolean | string[] | null;

type Props = {
  field: FieldDefinition;
  value: Value;
  onChange: (value: Value) => void;
  /** What any input takes. */
  more?: {
    autoFocus?: boolean;
    size?: string;
    disabled?: boolean;
    error?: string | null;
    onBlur?: () => void;
    description?: string;
    placeholder?: string;
    onKeyDown?: (event: KeyboardEvent) => void;
  };
};

const yesNo = { true: 'yes', false: 'no' } as const;

const textOf = (value: Value): string => (value === null ? '' : String(value));
const numberOf = (value: Value): string | number =>
  typeof value === 'number' || typeof value === 'string' ? value : '';

/** The input that fits the kind of an own field. */
export function OwnFieldInput({ field, value, onChange, more = {} }: Props) {
  const { t } = useTranslation();
  const all = { ...more, label: field.label };
  switch (field.kind) {
    case 'choice':
      return (
        <Select
          {...all}
          clearable
          openOnFocus={false}
          data={field.choices}
          value={textOf(value) || null}
          onChange={onChange}
        />
      );
    case 'yes_no':
      return (
        <Select
          {...all}
          clearable
          openOnFocus={false}
          data={Object.values(yesNo).map((said) => ({
            value: said,
            label: t(`ui.${said}`),
          }))}
          value={typeof value === 'boolean' ? yesNo[`${value}`] : null}
          onChange={(said) => onChange(said === null ? null : said === 'yes')}
        />
      );
    case 'number':
      return <NumberInput {...all} hideControls value={numberOf(value)} onChange={onChange} />;
    default:
      return (
        <TextInput
          {...all}
          type={field.kind === 'date' ? 'date' : 'text'}
          value={textOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
  }
}
