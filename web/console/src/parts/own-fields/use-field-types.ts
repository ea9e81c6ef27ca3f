import { useTranslation } from 'react-i18next';
import type { FieldDefinition } from '../../lib/own-fields.ts';

/** Which tickets have a field, where not all do; else nothing. */
export function useFieldTypes(): (field: Pick<FieldDefinition, 'types'>) => string {
  const { t } = useTranslation();
  return ({ types }) => types.map((type) => t(`tickets.type.${type}`)).join(', ');
}
