import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { UiLocaleProvider } from '../../../ui/locale.tsx';
import { cssVariables, theme } from '../../../ui/theme.ts';
import { Toasts } from '../../../ui/toast.tsx';
import { speak } from '../lib/i18n.ts';
import { sessionQuery } from '../lib/session.ts';

const browserZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const nonce = () =>
  document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

/** Theme, language and zone of whoever looks. */
export function Look({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={nonce}
      withStaticClasses={false}
    >
      <Own>{children}</Own>
      <Toasts />
    </MantineProvider>
  );
}

function Own({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const { setColorScheme } = useMantineColorScheme();
  const theirTheme = session?.user.theme;
  const theirLocale = session?.user.locale;
  useEffect(() => {
    if (theirTheme) {
      setColorScheme(theirTheme);
    }
  }, [theirTheme, setColorScheme]);
  useEffect(() => {
    if (theirLocale) {
      void speak(theirLocale);
    }
  }, [theirLocale]);
  const zone = session?.workspace.timeZone ?? browserZone;
  return (
    <UiLocaleProvider locale={i18n.language} timeZone={zone}>
      {children}
    </UiLocaleProvider>
  );
}
