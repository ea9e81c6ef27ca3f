import { useTranslation } from 'react-i18next';

/** Why something did not arrive: codes of mail servers, of push services, of ourselves. */
export function useProblemWords(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    const [, status] = /^http\.(\d+)$/.exec(code) ?? [];
    if (status !== undefined) {
      return t('told.failures.http', { status });
    }
    const last = code.split('.').at(-1) ?? '';
    return (
      t(`tickets.deliveryReason.${last}`, { defaultValue: '' }) ||
      t(`told.failures.problem.${last}`, { defaultValue: '' }) ||
      t('told.failures.unknown', { code })
    );
  };
}
