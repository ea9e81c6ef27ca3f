import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useOwnFields, type FieldDefinition } from '../../../lib/own-fields.ts';
import { useOwnValueWords, yesOrNo } from '../../../parts/conditions/own-field.ts';
import type { RuleAction } from './rule-types.ts';

type OwnAction = Extract<RuleAction, { kind: 'own' }>;
type Props = { action: OwnAction; onChange: (action: OwnAction) => void };

/** One of the company's fields, and what it is to hold; a field that only the API knows keeps its name. */
export function OwnValue({ action, onChange }: Props) {
  const { t } = useTranslation();
  const fields = useOwnFields();
  const own = fields.find(({ name }) => name === action.name);
  const known = own || action.name === '' ? [] : [{ value: action.name, label: action.name }];
  return (
    <>
      <Select
        aria-label={t('rules.ownField')}
        placeholder={t('rules.ownField')}
        searchable
        allowDeselect={false}
        data={[...fields.map(({ name, label }) => ({ value: name, label })), ...known]}
        value={action.name || null}
        onChange={(name) => onChange({ ...action, name: name ?? '', value: '' })}
      />
      <Value own={own} action={action} onChange={onChange} />
    </>
  );
}

const offeredBy = (own: FieldDefinition | undefined): readonly string[] | null =>
  own?.kind === 'yes_no' ? yesOrNo : own?.kind === 'choice' ? own.choices : null;

function Value({ own, action, onChange }: Props & { own: FieldDefinition | undefined }) {
  const { t } = useTranslation();
  const words = useOwnValueWords();
  const label = own?.label ?? t('rules.action.own');
  const offered = offeredBy(own);
  return offered ? (
    <Select
      aria-label={label}
      clearable
      data={offered.map((value) => ({ value, label: words(own, value) }))}
      value={action.value || null}
      onChange={(value) => onChange({ ...action, value })}
    />
  ) : (
    <TextInput
      aria-label={label}
      type={own?.kind === 'date' ? 'date' : 'text'}
      value={action.value ?? ''}
      onChange={(event) => onChange({ ...action, value: event.currentTarget.value })}
    />
  );
}
