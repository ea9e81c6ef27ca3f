import { MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnFields } from '../../lib/own-fields.ts';
import classes from './conditions.module.css';
import { kinds, levels, type FieldCondition, type Kind, type KnownField } from './fields.data.ts';
import { definitionOf, useOwnValueWords, yesOrNo } from './own-field.ts';
import { useChoices, useFound, useValueWords, type Option } from './use-choices.ts';

type Props = {
  leaf: FieldCondition;
  onChange: (leaf: FieldCondition) => void;
  isWrong: boolean;
};

/** What a condition compares with: chosen, found or typed, as its field is. */
export function ConditionValues(props: Props) {
  const { field, operator } = props.leaf;
  if (operator === 'empty' || operator === 'filled') {
    return null;
  }
  const kind = kinds[field as KnownField] ?? 'ref';
  const isBound = operator === 'at_least' || operator === 'at_most';
  const Values = isBound
    ? kind === 'own' || kind === 'minutes'
      ? Bound
      : Level
    : (ofField[field] ?? ofKind[kind]);
  return <Values {...props} />;
}

function useLabel({ leaf, isWrong }: Props) {
  const { t } = useTranslation();
  return {
    className: classes.values,
    'aria-label': t('conditions.valuesLabel', { name: t(`conditions.fields.${leaf.field}`) }),
    error: isWrong,
  };
}

/** An id that nobody knows any more stays visible, so that it can be taken out. */
function withChosen(options: readonly Option[], chosen: readonly string[], gone: string): Option[] {
  const missing = chosen.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...missing.map((value) => ({ value, label: gone }))];
}

function Chosen(props: Props) {
  const { t } = useTranslation();
  const { leaf, onChange } = props;
  const label = useLabel(props);
  const values = leaf.values ?? [];
  const options = useChoices(leaf.field as KnownField);
  return (
    <MultiSelect
      {...label}
      searchable
      hidePickedOptions
      data={withChosen(options, values, t('conditions.gone', { name: '…' }))}
      value={values}
      onChange={(next) => onChange({ ...leaf, values: next })}
    />
  );
}

function Found(props: Props) {
  const { t } = useTranslation();
  const { leaf, onChange } = props;
  const label = useLabel(props);
  const [typed, setTyped] = useState('');
  const values = leaf.values ?? [];
  const options = useFound(leaf.field as KnownField, typed, values);
  return (
    <MultiSelect
      {...label}
      searchable
      hidePickedOptions
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options: all }) => all}
      nothingFoundMessage={t('ui.nothingFound')}
      data={withChosen(options, values, t('conditions.gone', { name: '…' }))}
      value={values}
      onChange={(next) => onChange({ ...leaf, values: next })}
    />
  );
}

function Typed(props: Props) {
  const { t } = useTranslation();
  const { leaf, onChange } = props;
  const label = useLabel(props);
  const options = useChoices(leaf.field as KnownField);
  const hint = kinds[leaf.field as KnownField] === 'words' ? 'wordsHint' : 'typeHint';
  const values = leaf.values ?? [];
  return (
    <TagsInput
      {...label}
      acceptValueOnBlur
      placeholder={values.length === 0 ? t(`conditions.${hint}`) : ''}
      data={options.map((option) => option.value)}
      value={values}
      onChange={(next) => onChange({ ...leaf, values: next })}
    />
  );
}

function Level(props: Props) {
  const { leaf, onChange } = props;
  const label = useLabel(props);
  const words = useValueWords();
  const field = leaf.field as KnownField;
  const choices = kinds[field] === 'number' ? ['1', '2', '3'] : levels;
  return (
    <NativeSelect
      {...label}
      value={leaf.values?.[0] ?? ''}
      onChange={(event) => onChange({ ...leaf, values: [event.currentTarget.value] })}
      data={[
        { value: '', label: '…', disabled: true },
        ...choices.map((value) => ({ value, label: words(field, value) })),
      ]}
    />
  );
}

function Bound(props: Props) {
  const { leaf, onChange } = props;
  const label = useLabel(props);
  const isDate = definitionOf(leaf, useOwnFields())?.kind === 'date';
  return (
    <TextInput
      {...label}
      type={isDate ? 'date' : 'text'}
      value={leaf.values?.[0] ?? ''}
      onChange={(event) => {
        const value = event.currentTarget.value.trim();
        onChange({ ...leaf, values: value ? [value] : [] });
      }}
    />
  );
}

/** Chosen where the company has said what can stand in its field. */
function OfOwn(props: Props) {
  const { leaf, onChange } = props;
  const label = useLabel(props);
  const own = definitionOf(leaf, useOwnFields());
  const words = useOwnValueWords();
  if (own?.kind !== 'choice' && own?.kind !== 'yes_no') {
    return <Typed {...props} />;
  }
  const offered = own.kind === 'choice' ? own.choices : yesOrNo;
  const values = leaf.values ?? [];
  return (
    <MultiSelect
      {...label}
      hidePickedOptions
      data={[...new Set([...offered, ...values])].map((value) => ({
        value,
        label: words(own, value),
      }))}
      value={values}
      onChange={(next) => onChange({ ...leaf, values: next })}
    />
  );
}

const ofField: Partial<Record<string, ComponentType<Props>>> = {
  requester: Found,
  organization: Found,
  branch: Found,
  mailbox: Found,
};
const ofKind: Record<Kind, ComponentType<Props>> = {
  choice: Chosen,
  level: Chosen,
  ref: Chosen,
  words: Typed,
  tags: Typed,
  text: Typed,
  own: OfOwn,
  address: Typed,
  phone: Typed,
  number: Level,
  hours: Typed,
  calendar: Chosen,
  states: Chosen,
  minutes: Bound,
};
