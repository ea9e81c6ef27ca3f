import { useTranslation } from 'react-i18next';
import type { Locale } from './api-types.ts';
import { speak } from './i18n.ts';
import classes from './language-switch.module.css';

const names: [Locale, string][] = [
  ['ru', 'Русский'],
  ['en', 'English'],
];

/** Each language in its own words, so that it is found by whoever needs it. */
export function LanguageSwitch({
  label,
  onChange,
}: {
  label: string;
  onChange?: (locale: Locale) => void;
}) {
  const { i18n } = useTranslation();
  return (
    <fieldset aria-label={label} className={classes.switch}>
      {names.map(([locale, name]) => (
        <button
          key={locale}
          type="button"
          lang={locale}
          aria-pressed={i18n.language === locale}
          className={classes.language}
          onClick={() => {
            void speak(locale);
            onChange?.(locale);
          }}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
