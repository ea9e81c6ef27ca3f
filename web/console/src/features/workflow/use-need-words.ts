import { useTranslation } from 'react-i18next';
import { useOwnFields } from '../../lib/own-fields.ts';

/** What is required, by name: own fields are called as the company calls them. */
export function useNeedWords(): (need: string) => string {
  const { t } = useTranslation();
  const fields = useOwnFields();
  return (need) =>
    need.startsWith('fields.')
      ? (fields.find(({ name }) => `fields.${name}` === need)?.label ?? need.slice(7))
      : t(`workflow.missing.need.${need}`, { defaultValue: need });
}
