import { useTranslation } from 'react-i18next';
import { ticketTypes } from '../../../lib/api-types.ts';

export function useTypes(): { value: string; label: string }[] {
  const { t } = useTranslation();
  return ticketTypes.map((value) => ({ value, label: t(`tickets.type.${value}`) }));
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
