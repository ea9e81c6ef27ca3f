import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnFields, type FieldDefinition } from '../../lib/own-fields.ts';
import { ConditionValues } from './condition-values.tsx';
import classes from './conditions.module.css';
import {
  fieldGroups,
  kinds,
  operators,
  type FieldCondition,
  type KnownField,
  type Operator,
} from './fields.data.ts';
import { HoursFields } from './hours-fields.tsx';
import { choiceOf, definitionOf, nameIn, ownOperators } from './own-field.ts';
import { conditionOn, withOperator, type ConditionErrors } from './tree.ts';

/** Fields that cannot be asked about where the builder stands. */
export const WithoutFields = createContext<readonly KnownField[]>([]);

type Props = {
  leaf: FieldCondition;
  onChange: (leaf: FieldCondition) => void;
  onRemove: () => void;
  errors: ConditionErrors;
  path: string;
};

/** What is wrong with this condition or with any part of it, said once below it. */
function errorsBelow(errors: ConditionErrors, path: string): string[] {
  const own = Object.entries(errors)
    .filter(([at]) => at === path || at.startsWith(`${path}.`))
    .map(([, words]) => words);
  return [...new Set(own)];
}

/** What a condition may be about here, in groups; what it is about already stays to be seen. */
function useFieldChoices(field: KnownField) {
  const { t } = useTranslation();
  const without = useContext(WithoutFields);
  const fields = useOwnFields();
  const groups = Object.entries(fieldGroups).map(([group, names]) => ({
    group: t(`conditions.fieldGroup.${group}`),
    items: names
      .filter((name) => name === field || !without.includes(name))
      .map((name) => ({ value: name as string, label: t(`conditions.fields.${name}`) })),
  }));
  const own = {
    group: t('conditions.fieldGroup.own'),
    items: without.includes('own')
      ? []
      : fields.map(({ name, label }) => ({ value: choiceOf(name), label })),
  };
  return [...groups, own].filter(({ items }) => items.length > 0);
}

/** On one of the built-in fields, or on an own one by its name. */
function conditionFor(choice: string): FieldCondition {
  const name = nameIn(choice);
  return name === null ? conditionOn(choice as KnownField) : { ...conditionOn('own'), name };
}

type AboutProps = Pick<Props, 'leaf' | 'onChange'> & { own: FieldDefinition | undefined };

/** What is asked about: a built-in field, an own one, or a name that only the API knows. */
function About({ leaf, own, onChange }: AboutProps) {
  const { t } = useTranslation();
  return (
    <>
      <NativeSelect
        className={classes.field}
        aria-label={t('conditions.field')}
        value={own ? choiceOf(own.name) : leaf.field}
        onChange={(event) => onChange(conditionFor(event.currentTarget.value))}
        data={useFieldChoices(leaf.field as KnownField)}
      />
      {leaf.field === 'own' && !own && (
        <TextInput
          className={classes.own}
          aria-label={t('conditions.ownName')}
          placeholder={t('conditions.ownName')}
          value={leaf.name ?? ''}
          onChange={(event) => onChange({ ...leaf, name: event.currentTarget.value.trim() })}
        />
      )}
    </>
  );
}

export function ConditionRow({ leaf, onChange, onRemove, errors, path }: Props) {
  const { t } = useTranslation();
  const field = leaf.field as KnownField;
  const kind = kinds[field] ?? 'ref';
  const own = definitionOf(leaf, useOwnFields());
  const title = own?.label ?? t(`conditions.fields.${field}`);
  const wrong = errorsBelow(errors, path);
  return (
    <div className={classes.row} data-wrong={wrong.length > 0 || undefined}>
      <About leaf={leaf} own={own} onChange={onChange} />
      <NativeSelect
        className={classes.operator}
        aria-label={t('conditions.operatorLabel', { name: title })}
        value={leaf.operator}
        onChange={(event) => onChange(withOperator(leaf, event.currentTarget.value as Operator))}
        data={(own ? ownOperators[own.kind] : operators[kind]).map((each) => ({
          value: each,
          label: t(`conditions.operator.${kind}.${each}`),
        }))}
      />
      {kind === 'hours' ? (
        <HoursFields leaf={leaf} onChange={onChange} />
      ) : (
        <ConditionValues leaf={leaf} onChange={onChange} isWrong={wrong.length > 0} />
      )}
      <ActionIcon
        className={classes.removeRow}
        aria-label={t('conditions.remove', { name: title })}
        onClick={onRemove}
      >
        <IconX size={15} />
      </ActionIcon>
      {wrong.length > 0 && (
        <p role="alert" className={classes.error}>
          {wrong.join('. ')}
        </p>
      )}
    </div>
  );
}
