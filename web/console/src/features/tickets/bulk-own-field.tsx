import { Button, Select } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkChanges } from '../../lib/api-types.ts';
import { useOwnFields } from '../../lib/own-fields.ts';
import { fieldWords, wordsOf } from '../../lib/problem.ts';
import { OwnFieldInput, type Value } from '../../parts/own-fields/own-field-input.tsx';
import { saidValue } from '../../parts/own-fields/own-values.ts';
import { useFieldTypes } from '../../parts/own-fields/use-field-types.ts';
import classes from './bulk.module.css';

type Props = { attempt: (changes: BulkChanges) => Promise<void> };

/** One own field of many tickets: what it cannot hold is said at the field, before anything is changed. */
export function BulkOwnField({ attempt }: Props) {
  const { t } = useTranslation();
  const fields = useOwnFields();
  const typesOf = useFieldTypes();
  const [name, setName] = useState<string | null>(null);
  const [value, setValue] = useState<Value>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isOnItsWay, setOnItsWay] = useState(false);
  const field = fields.find((each) => each.name === name) ?? fields[0];
  if (!field) {
    return null;
  }
  const said = saidValue(value);
  const types = typesOf(field);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWrong(null);
    setOnItsWay(true);
    attempt({ fields: { [field.name]: said } }).catch((error: unknown) => {
      setOnItsWay(false);
      setWrong(fieldWords(error)[`changes.fields.${field.name}`] ?? wordsOf(error).words);
    });
  };
  return (
    <form className={classes.askForm} noValidate onSubmit={submit}>
      <Select
        data-autofocus
        label={t('ownValues.field')}
        description={types && t('ownValues.onlyTypes', { types })}
        data={fields.map((each) => ({ value: each.name, label: each.label }))}
        value={field.name}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        comboboxProps={{ withinPortal: false }}
        onChange={(next) => {
          setName(next);
          setValue(null);
          setWrong(null);
        }}
      />
      <OwnFieldInput
        key={field.name}
        field={field}
        value={value}
        onChange={setValue}
        more={{ error: wrong, placeholder: t('ownValues.emptied') }}
      />
      <div className={classes.askButtons}>
        <Button type="submit" loading={isOnItsWay}>
          {t(said === null ? 'ownValues.empty' : 'ownValues.set')}
        </Button>
      </div>
    </form>
  );
}
