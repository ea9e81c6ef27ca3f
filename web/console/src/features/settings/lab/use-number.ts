import { useTranslation } from 'react-i18next';

/** Numbers as the language writes them; a difference has its sign. */
export function useNumber(): (value: number, options?: { signed?: boolean }) => string {
  const { i18n } = useTranslation();
  const plain = new Intl.NumberFormat(i18n.language);
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'exceptZero' });
  return (value, options) => (options?.signed ? signed : plain).format(value);
}
