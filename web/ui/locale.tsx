import { createContext, useContext, useMemo, type ReactNode } from 'react';

/** What every text of time and number depends on. `timeZone` is an IANA name. */
export type UiLocale = { locale: string; timeZone: string };

const LocaleContext = createContext<UiLocale>({ locale: 'en', timeZone: 'UTC' });

export function UiLocaleProvider(props: UiLocale & { children: ReactNode }) {
  const { locale, timeZone } = props;
  const value = useMemo(() => ({ locale, timeZone }), [locale, timeZone]);
  return <LocaleContext value={value}>{props.children}</LocaleContext>;
}

export function useUiLocale(): UiLocale {
  return useContext(LocaleContext);
}
