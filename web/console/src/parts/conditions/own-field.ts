import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '../../lib/own-fields.ts';
import type { FieldCondition, Operator } from './fields.data.ts';

/** How the kinds of own fields are compared. */
export const ownOperators: Record<FieldDefinition['kind'], readonly Operator[]> = {
  text: ['in', 'not_in', 'contains', 'empty', 'filled'],
  number: ['in', 'not_in', 'at_least', 'at_most', 'empty', 'filled'],
  date: ['in', 'not_in', 'at_least', 'at_most', 'empty', 'filled'],
  choice: ['in', 'not_in', 'empty', 'filled'],
  yes_no: ['in', 'not_in', 'empty', 'filled'],
};

/** The definition that a condition is about; nothing where it names a field that is known to the API only. */
export const definitionOf = (
  { field, name }: FieldCondition,
  fields: readonly FieldDefinition[],
): FieldDefinition | undefined =>
  field === 'own' ? fields.find((each) => each.name === name) : undefined;

const marked = 'own:';

/** An own field as one of the choices of what a condition is about. */
export const choiceOf = (name: string): string => marked + name;
export const nameIn = (choice: string): string | null =>
  choice.startsWith(marked) ? choice.slice(marked.length) : null;

/** As tickets keep yes and no. */
export const yesOrNo = ['true', 'false'] as const;

export function useOwnValueWords(): (own: FieldDefinition | undefined, value: string) => string {
  const { t } = useTranslation();
  return (own, value) =>
    own?.kind === 'yes_no' && (yesOrNo as readonly string[]).includes(value)
      ? t(`conditions.value.yesNo.${value === 'true' ? 'yes' : 'no'}`)
      : value;
}
