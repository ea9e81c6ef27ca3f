import { useTranslation } from 'react-i18next';

/** The code of a mail problem in words; an unknown code is shown as it is. */
export function useMailWords(): (code: string | null) => string {
  const { t } = useTranslation();
  return (code) => {
    if (!code) {
      return '';
    }
    const short = code.split('.').at(-1) ?? code;
    return t(`settings.mail.${short}`, { defaultValue: code });
  };
}
