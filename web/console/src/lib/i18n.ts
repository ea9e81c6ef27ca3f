import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Locale } from './api-types.ts';

type Words = { [key: string]: string | Words };
type Dictionary = Record<Locale, () => Promise<Words>>;

export const i18n = createInstance();

const stored = 'otklik.locale';
const loaded = new Set<string>();
const dictionaries: Dictionary[] = [];

/** Before sign-in: what was used here last, else what the browser asks for. */
export function guessLocale(): Locale {
  const kept = localStorage.getItem(stored);
  if (kept === 'ru' || kept === 'en') {
    return kept;
  }
  return /^(ru|be|kk|uk)\b/i.test(navigator.language) ? 'ru' : 'en';
}

async function load(locale: Locale): Promise<void> {
  // Parts that bring their words meanwhile are waited for as well.
  for (let from = 0; from < dictionaries.length;) {
    const fresh = dictionaries.slice(from);
    from += fresh.length;
    for (const words of await Promise.all(fresh.map((dictionary) => dictionary[locale]()))) {
      i18n.addResourceBundle(locale, 'translation', words, true, true);
    }
  }
  loaded.add(locale);
}

/** A lazy part of the console brings its own words with it. */
export async function addWords(dictionary: Dictionary): Promise<void> {
  if (dictionaries.includes(dictionary)) {
    return;
  }
  dictionaries.push(dictionary);
  if (i18n.isInitialized) {
    let locale: Locale;
    do {
      locale = i18n.language as Locale;
      i18n.addResourceBundle(locale, 'translation', await dictionary[locale](), true, true);
    } while (i18n.language !== locale);
    loaded.clear();
    loaded.add(locale);
  }
}

export async function startI18n(locale: Locale): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
    // Words that come late are shown where they were waited for.
    react: { bindI18nStore: 'added' },
  });
  await load(locale);
  await i18n.changeLanguage(locale);
  document.documentElement.lang = locale;
}

export async function speak(locale: Locale): Promise<void> {
  localStorage.setItem(stored, locale);
  if (i18n.language === locale) {
    return;
  }
  if (!loaded.has(locale)) {
    await load(locale);
  }
  await i18n.changeLanguage(locale);
  document.documentElement.lang = locale;
}
